<?php

/**
 * Every function that WHMCS may call answers an empty array, as WHMCS's sample modules ask of theirs: with the documented type, without a notice,
 * without a database and without the network.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Conformance;

use IspmanagerNoc\Tests\ModuleTest;

/** @group machine */
final class FunctionsTest extends ModuleTest
{
    private const ENTRY_FILES = ['servers/ispmanagernoc/ispmanagernoc.php', 'addons/ispmanagernoc_partner/ispmanagernoc_partner.php'];

    /** What developers.whmcs.com says that each returns. */
    private const DOCUMENTED = [
        'ispmanagernoc_MetaData' => 'array',
        'ispmanagernoc_ConfigOptions' => 'array',
        'ispmanagernoc_TestConnection' => 'array',
        'ispmanagernoc_CreateAccount' => 'string',
        'ispmanagernoc_Renew' => 'string',
        'ispmanagernoc_TerminateAccount' => 'string',
        'ispmanagernoc_AdminCustomButtonArray' => 'array',
        'ispmanagernoc_AdminSingleSignOn' => 'array',
        'ispmanagernoc_AdminServicesTabFields' => 'array',
        'ispmanagernoc_ClientArea' => 'array',
        'ispmanagernoc_partner_config' => 'array',
        'ispmanagernoc_partner_activate' => 'array',
        'ispmanagernoc_partner_deactivate' => 'array',
        'ispmanagernoc_partner_upgrade' => 'null',
        'ispmanagernoc_partner_output' => 'null',
    ];
    /** Named by the module itself in a documented place: a custom button, and the loader of a setting, which tells a failure by an exception. */
    private const NAMED = ['ispmanagernoc_Sync' => 'string', 'ispmanagernoc_TariffLoader' => 'null'];
    /** What these do is in the database, so without one they answer with a reference to the log. */
    private const NEED_A_DATABASE = ['ispmanagernoc_TariffLoader', 'ispmanagernoc_partner_activate', 'ispmanagernoc_partner_output'];

    public function testTheEntryFilesDefineWhatIsDocumentedAndNothingElse(): void
    {
        $defined = [];
        foreach (self::ENTRY_FILES as $file) {
            preg_match_all('/^function (\w+)\(/m', (string) file_get_contents(Modules::FOLDER . "/$file"), $names);
            array_push($defined, ...$names[1]);
        }
        self::assertEqualsCanonicalizing(array_keys(self::DOCUMENTED + self::NAMED), $defined);
        self::assertSame(['Sync'], array_values(ispmanagernoc_AdminCustomButtonArray()));
        self::assertSame('ispmanagernoc_TariffLoader', ispmanagernoc_ConfigOptions()['product_id']['Loader']);
    }

    /** @return array<string, array{string}> */
    public static function worlds(): array
    {
        return ['nothing of WHMCS' => ['bare'], 'a database that cannot be reached' => ['no-database']];
    }

    /** @dataProvider worlds */
    public function testEachAnswersAnEmptyArrayWithItsTypeAndWithoutANotice(string $world): void
    {
        $types = self::DOCUMENTED + self::NAMED;
        $outcomes = Modules::alone($world, self::ENTRY_FILES, array_keys($types));
        foreach ($outcomes as $name => $outcome) {
            self::assertSame([[], []], [$outcome['notices'], $outcome['network']], $name);
            self::assertSame($types[$name] ?? 'null', $outcome['type'], $name);
            self::assertSame($name === 'ispmanagernoc_TariffLoader', $outcome['thrown'] !== null, "$name {$outcome['thrown']}");
            self::assertSame($name === 'ispmanagernoc_partner_output', $outcome['output'] !== '', $name);
        }
    }

    /** @dataProvider worlds */
    public function testNoneNeedsADatabaseToAnswer(string $world): void
    {
        require_once Modules::FOLDER . '/' . self::ENTRY_FILES[1];
        $functions = array_diff(array_keys(self::DOCUMENTED + self::NAMED), self::NEED_A_DATABASE);
        $outcomes = Modules::alone($world, self::ENTRY_FILES, array_values($functions));
        foreach ($functions as $name) {
            self::assertSame($name([]), $outcomes[$name]['answer'], "$name says the same with a database");
        }
        self::assertSame([], $this->account->requests);
    }
}
