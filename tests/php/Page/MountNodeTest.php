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
            unlink("$directory/manifest.json");
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

        self::assertSame(['', '', ''], [$none->preloadLink(), $none->styleLink(), $none->scriptTag()]);
    }

    public function testAManifestThatNamesAnythingButFilesIsNotUsed(): void
    {
        $directory = self::directory(['script' => '../../../configuration.php']);

        self::assertFalse((new Assets($directory, '/assets'))->available());
    }

    private static function assets(): Assets
    {
        return new Assets(self::directory([]), '/modules/servers/ispmanagernoc/assets');
    }

    /** @param array<string, string> $names in place of the usual ones */
    private static function directory(array $names): string
    {
        $directory = sys_get_temp_dir() . '/ispnoc-assets-' . bin2hex(random_bytes(4));
        mkdir($directory);
        self::$directories[] = $directory;
        $manifest = $names + ['script' => 'p-1.js', 'wasm' => 'p-1.wasm', 'style' => 'p-1.css'];
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
