<?php

/**
 * The mount node is what crates/wire reads: same config, same names, nothing that breaks out of its attribute.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Page;

use DOMDocument;
use DOMElement;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Page\Assets;
use IspmanagerNoc\Page\MountNode;
use IspmanagerNoc\Page\View;
use IspmanagerNoc\Texts;
use PHPUnit\Framework\TestCase;

final class MountNodeTest extends TestCase
{
    /** @var list<string> */
    private static array $directories = [];

    protected function tearDown(): void
    {
        foreach (self::$directories as $directory) {
            array_map(unlink(...), glob("$directory/*") ?: []);
            rmdir($directory);
        }
        self::$directories = [];
    }

    public function testTheConfigIsTheFixtureThatRustReads(): void
    {
        $fixture = json_decode((string) file_get_contents(__DIR__ . '/../../contract/mount.json'), true);
        $html = (new MountNode(self::assets(), $fixture['token'], Texts::in($fixture['language'])))
            ->html(View::ProductPicker, $fixture['relay'], $fixture['product'], $fixture['service']);

        $config = json_decode(self::node($html)->getAttribute('data-config'), true);
        self::assertSame(array_keys($fixture), array_keys($config));
        self::assertSame(array_diff_key($fixture, ['texts' => 0]), array_diff_key($config, ['texts' => 0]));
        self::assertSame([], array_udiff($fixture['texts'], $config['texts'], static fn (array $a, array $b): int => $a <=> $b));
    }

    /** @return array<string, array{View, string, string, string}> a view, a language, one of its texts and one of another view */
    public function viewsAndLanguages(): array
    {
        return [
            'picker in English' => [View::ProductPicker, 'en', 'Search the price list', 'Journal'],
            'picker in Russian' => [View::ProductPicker, 'ru', 'Поиск в списке тарифов', 'Журнал'],
            'actions in Russian' => [View::ServiceActions, 'ru', 'Журнал', 'Поиск в списке тарифов'],
            'another language' => [View::ServiceInfo, 'de', 'Valid until', 'Journal'],
        ];
    }

    /** @dataProvider viewsAndLanguages */
    public function testAViewIsGivenItsOwnTextsInTheLanguageOfTheReader(View $view, string $language, string $own, string $other): void
    {
        $html = (new MountNode(self::assets(), 't', Texts::in($language)))->html($view, 'r');
        $texts = array_column(json_decode(self::node($html)->getAttribute('data-config'), true)['texts'], 1);
        self::assertContains($own, $texts);
        self::assertNotContains($other, $texts);
    }

    public function testTheViewsAreTheContracts(): void
    {
        self::assertSame(Contract::get('views'), array_column(View::cases(), 'value'));
    }

    public function testTextsCannotBreakOutOfTheAttribute(): void
    {
        $notice = '"><script>alert(1)</script> \' & <!-- ';
        $html = (new MountNode(self::assets(), 't', Texts::in('en')))->html(View::ServiceInfo, 'x.php?a=1&b=2', notice: $notice);

        self::assertStringNotContainsString('<script', $html);
        $config = json_decode(self::node($html)->getAttribute('data-config'), true);
        self::assertSame([$notice, 'x.php?a=1&b=2'], [$config['notice'], $config['relay']]);
    }

    public function testNativeContentStandsInsideUntilThePanelReplacesIt(): void
    {
        $html = (new MountNode(self::assets(), 't', Texts::in('en')))->html(View::ServiceActions, 'r', native: '<p>native</p>');

        self::assertSame('native', self::node($html)->textContent);
    }

    public function testAnAnswerThatThePageKnowsTravelsAsTheRelayWouldSendIt(): void
    {
        $node = new MountNode(self::assets(), 't', Texts::in('en'));
        $html = $node->html(View::ServiceActions, 'r', answer: ['status' => '<Active> & "ready"', 'journal' => []]);

        self::assertSame('{"status":"<Active> & \\"ready\\"","journal":[]}', self::node($html)->getAttribute('data-answer'));
        self::assertFalse(self::node($node->html(View::ServiceActions, 'r'))->hasAttribute('data-answer'));
    }

    /** The panel takes the answer for its own only when it would write the same message. */
    public function testTheFirstMessageIsWrittenAsThePanelWritesIt(): void
    {
        $first = ['action' => 'tariffs', 'product' => 3, 'server_group' => 0];
        $html = (new MountNode(self::assets(), 't', Texts::in('en')))->html(View::ProductPicker, 'r', first: $first);

        $messages = json_decode((string) file_get_contents(__DIR__ . '/../../contract/messages.json'), true);
        self::assertContains($first, $messages);
        self::assertSame('{"action":"tariffs","product":3,"server_group":0}', self::node($html)->getAttribute('data-first'));
    }

    public function testWithoutBuiltAssetsTheAddressesAreEmpty(): void
    {
        $none = new Assets('/nowhere', '/assets');

        self::assertSame(['', ''], [$none->styleLink(), $none->scriptTag()]);
    }

    public function testAManifestThatNamesAnythingButFilesIsNotUsed(): void
    {
        $directory = self::directory(['script' => ['file' => '../../../configuration.php', 'bytes' => 0, 'integrity' => 'sha384-x']]);

        self::assertFalse((new Assets($directory, '/assets'))->available());
    }

    public function testEveryFileComesWithItsHash(): void
    {
        $assets = self::assets();
        $hash = 'sha384-' . base64_encode(hash('sha384', 'style', true));
        self::assertSame([], $assets->damaged());
        self::assertSame(
            "<link rel=\"stylesheet\" href=\"/modules/servers/ispmanagernoc/assets/p-1.css\" integrity=\"$hash\" crossorigin>",
            $assets->styleLink()
        );
        self::assertStringContainsString(' integrity="sha384-', $assets->scriptTag());
        $node = self::node((new MountNode($assets, 't', Texts::in('en')))->html(View::ServiceInfo, 'r'));
        self::assertSame([$assets->integrity('wasm'), $hash], [$node->getAttribute('data-wasm-integrity'), $node->getAttribute('data-style-integrity')]);
    }

    /** @return array<string, array{callable(string): mixed}> */
    public static function incomplete(): array
    {
        $manifest = static fn (string $from, string $to): callable => static fn (string $directory) => file_put_contents(
            "$directory/manifest.json",
            str_replace($from, $to, (string) file_get_contents("$directory/manifest.json"))
        );
        return [
            'a file is missing' => [static fn (string $directory) => unlink("$directory/p-1.wasm")],
            'a file is cut off' => [static fn (string $directory) => file_put_contents("$directory/p-1.js", 'scr')],
            'a file was sent as text' => [static fn (string $directory) => file_put_contents("$directory/p-1.css", "style\r\n")],
            'the manifest is cut off' => [static fn (string $directory) => file_put_contents("$directory/manifest.json", '{"version": ')],
            'the manifest is another version\'s' => [$manifest(Contract::get('version'), '0.0.1')],
            'the manifest is an older one\'s' => [$manifest('"bytes"', '"size"')],
        ];
    }

    /**
     * @param callable(string): mixed $damage
     * @dataProvider incomplete
     */
    public function testWhatIsNotAllThereIsNotUsed(callable $damage): void
    {
        $directory = self::directory([]);
        $damage($directory);
        $assets = new Assets($directory, '/assets');
        self::assertFalse($assets->available());
        self::assertSame(['', '', ''], [$assets->styleLink(), $assets->scriptTag(), $assets->integrity('wasm')]);
    }

    public function testAFileThatChangedAndKeptItsSizeIsNamed(): void
    {
        $directory = self::directory([]);
        file_put_contents("$directory/p-1.js", 'scrIpt');
        $assets = new Assets($directory, '/assets');
        self::assertTrue($assets->available(), 'a page does not read the files: the browser refuses it');
        self::assertSame(['p-1.js'], $assets->damaged());
    }

    private static function assets(): Assets
    {
        return new Assets(self::directory([]), '/modules/servers/ispmanagernoc/assets');
    }

    /** @param array<string, array<string, mixed>> $parts in place of the usual ones */
    private static function directory(array $parts): string
    {
        $directory = sys_get_temp_dir() . '/ispnoc-assets-' . bin2hex(random_bytes(4));
        mkdir($directory);
        self::$directories[] = $directory;
        $manifest = $parts + ['version' => Contract::get('version')];
        foreach (['script' => 'p-1.js', 'wasm' => 'p-1.wasm', 'style' => 'p-1.css'] as $part => $file) {
            file_put_contents("$directory/$file", $part);
            $integrity = 'sha384-' . base64_encode(hash('sha384', $part, true));
            $manifest += [$part => ['file' => $file, 'bytes' => strlen($part), 'integrity' => $integrity]];
        }
        file_put_contents("$directory/manifest.json", json_encode($manifest));
        return $directory;
    }

    private static function node(string $html): DOMElement
    {
        $document = new DOMDocument();
        $document->loadHTML('<?xml encoding="utf-8">' . $html);
        $node = $document->getElementsByTagName('div')->item(0);
        self::assertInstanceOf(DOMElement::class, $node);
        return $node;
    }
}
