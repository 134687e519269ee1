<?php

/**
 * Every message gets the answer that crates/wire reads: the shape of its fixture, the right HTTP status, and never a secret.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Relay;

use IspmanagerNoc\Account\Reply;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Relay\Answer;
use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Relay;
use IspmanagerNoc\Relay\Request;
use IspmanagerNoc\Tests\FakeTransport;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class AnswersTest extends ModuleTest
{
    /** What crates/wire declares as an Option. */
    private const NULLABLE = '/(_date|_at|\.(notice|months|cost|reason|warning|created|expires|balance|valid_until)|^account\.ok\.status)$/';
    private const COST = ['minor' => 1000, 'currency' => 'EUR'];

    protected function setUp(): void
    {
        parent::setUp();
        $this->whmcs->actAsStaff();
        Capsule::table('tbladdonmodules')->insert([
            ['module' => 'ispmanagernoc_partner', 'setting' => 'version', 'value' => '1'],
            ['module' => 'ispmanagernoc_partner', 'setting' => 'access', 'value' => '1'],
        ]);
        Capsule::table('tblpricing')->insert(
            ['type' => 'product', 'currency' => 1, 'relid' => $this->product, 'monthly' => 15, 'semiannually' => 80, 'biennially' => 300]
        );
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        $_REQUEST = [];
    }

    public function testEachAnswerHasTheShapeOfItsFixture(): void
    {
        $pending = $this->service(['domainstatus' => 'Pending']);
        $ordered = $this->orderedService();
        $product = ['product' => $this->product];
        foreach (
            [
                'refresh-tariffs' => ['tariffs', $product + ['server_group' => 0]],
                'tariffs' => ['tariffs', $product + ['server_group' => 0]],
                'fields' => ['fields', $product + ['tariff' => 55371]],
                'create-fields' => ['fields', $product + ['tariff' => 55371]],
                'check-field' => ['field-check', $product + ['tariff' => 55371, 'field' => 'item', 'value' => 'x&y']],
                'service' => ['service', ['service' => $ordered]],
                'account' => ['account', ['service' => $ordered]],
                'create' => ['command', ['service' => $pending, 'cost' => self::COST]],
                'renew' => ['command', ['service' => $ordered, 'cost' => self::COST, 'confirmation' => '5b1f', 'expires' => '2026-12-23']],
                'sync' => ['command', ['service' => $ordered]],
                'change-period' => ['command', ['service' => $ordered, 'months' => 6]],
                'terminate' => ['command', ['service' => $ordered]],
            ] as $action => [$fixture, $fields]
        ) {
            $answer = $this->staff(['action' => $action] + $fields);
            self::assertSame(200, $answer->status, "$action: $answer->body");
            self::assertShape(self::fixture($fixture), json_decode($answer->body, true), $action);
        }
    }

    public function testTheClientsAnswerHasTheShapeOfItsFixture(): void
    {
        $service = $this->orderedService();
        $answer = $this->client($service, $this->ownerOf($service));
        self::assertShape(self::fixture('service-info'), json_decode($answer->body, true), 'service-info');

        $rows = array_column(json_decode($answer->body, true)['ok']['rows'], null, 'name');
        self::assertSame(['BN-KEY-0001', false, true], [
            $rows['bitninjakey']['value'], $rows['bitninjakey']['hidden'], $rows['bitninjakey']['copy'],
        ]);
        self::assertSame(['p&w<1>"\'ы', true], [$rows['bitninja_password']['value'], $rows['bitninja_password']['hidden']]);
    }

    public function testAFieldForAdministratorsIsNotShownToTheClient(): void
    {
        $service = $this->orderedService();
        Capsule::table('tblcustomfields')->where('fieldname', 'like', 'order%')->update(['adminonly' => 'on']);
        self::assertStringNotContainsString('812345', $this->client($service, $this->ownerOf($service))->body);
    }

    public function testTheTariffsOfAProductCarryItsBillingCyclesAndPrices(): void
    {
        $cycles = $this->tariffs()['cycles'];
        self::assertSame(['Monthly', 'Semi-Annually', 'Biennially'], array_column($cycles, 'label'));
        self::assertSame([1, 6, null], array_column($cycles, 'months'));
        self::assertSame([true, true, true], array_column($cycles, 'recurring'));

        $dollars = Capsule::table('tblcurrencies')->insertGetId(['code' => 'USX', 'prefix' => '$', 'suffix' => '', 'rate' => 2, 'default' => 0]);
        $prices = ['type' => 'product', 'relid' => $this->product, 'currency' => $dollars, 'monthly' => '0.00', 'annually' => '12.50'];
        Capsule::table('tblpricing')->insert($prices + array_fill_keys(['quarterly', 'semiannually', 'biennially', 'triennially'], '-1.00'));
        $sold = array_column($this->tariffs()['cycles'], 'prices', 'label');
        self::assertSame(['minor' => 0, 'currency' => 'USX'], $sold['Monthly'][1]);
        self::assertSame([['minor' => 1250, 'currency' => 'USX']], $sold['Annually']);
        self::assertCount(1, $sold['Semi-Annually']);
    }

    public function testAProductThatIsPaidOnceCarriesItsOnePrice(): void
    {
        Capsule::table('tblproducts')->where('id', $this->product)->update(['paytype' => 'onetime', 'configoption3' => '12']);
        $cycles = $this->tariffs()['cycles'];
        self::assertSame([['One Time', 12, false]], array_map(static fn (array $cycle): array => array_values(array_slice($cycle, 0, 3)), $cycles));
        self::assertCount(1, $cycles[0]['prices']);
        Capsule::table('tblproducts')->where('id', $this->product)->update(['paytype' => 'free']);
        self::assertSame([[]], array_column($this->tariffs()['cycles'], 'prices'));
    }

    public function testThePriceListSaysHowTheProductComesToItsServer(): void
    {
        self::assertSame('default server', $this->tariffs()['origin']);
        $group = Capsule::table('tblservergroups')->insertGetId(['name' => 'EU &amp; RU', 'filltype' => 1]);
        Capsule::table('tblservergroupsrel')->insert(['groupid' => $group, 'serverid' => $this->server]);
        self::assertSame('server group EU & RU', $this->tariffs($group)['origin']);
    }

    /** @return array<string, mixed> */
    private function tariffs(int $group = 0): array
    {
        $this->app->refreshPrices($this->serverRecord());
        $answer = $this->staff(['action' => 'tariffs', 'product' => $this->product, 'server_group' => $group]);
        return json_decode($answer->body, true)['ok'];
    }

    public function testTheOrderFormCanBeTriedBeforeAClientMeetsIt(): void
    {
        $said = fn (string $field, string $value): ?string => json_decode($this->staff([
            'action' => 'check-field', 'product' => $this->product, 'tariff' => 55371, 'field' => $field, 'value' => $value,
        ])->body, true)['ok']['complaint'];
        self::assertNull($said('item', '1001'));
        self::assertStringContainsString('ID of your ispmanager license', (string) $said('item', '<b>none</b>'));
        self::assertStringContainsString('Please fill in', (string) $said('item', ' '));
        self::assertStringContainsString('e-mail', (string) $said('bitninja_email', 'nobody'));
        self::assertStringContainsString('leave it empty', (string) $said('bitninjakey', 'x'));
        self::assertNull($said('colour', 'anything'));
    }

    public function testAFieldThatWasChangedSaysWhatDiffers(): void
    {
        $field = Capsule::table('tblcustomfields')->where('relid', $this->product)->where('fieldname', 'like', 'item|%');
        $field->update(['fieldname' => 'item|Number', 'required' => '', 'showorder' => '', 'adminonly' => 'on']);
        $answer = $this->staff(['action' => 'fields', 'product' => $this->product, 'tariff' => 55371]);
        $rows = array_column(json_decode($answer->body, true)['ok']['rows'], 'differences', 'name');
        self::assertCount(4, $rows['item']);
        self::assertStringContainsString('ID of the ispmanager license', $rows['item'][0]);
        self::assertSame([], $rows['bitninjakey']);
    }

    public function testCreateRunsWhmcssOwnCommand(): void
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $answer = $this->staff(['action' => 'create', 'service' => $service, 'cost' => self::COST]);

        self::assertSame(200, $answer->status, $answer->body);
        self::assertSame('Active', $this->record($service)->status);
        self::assertCount(1, $this->account->spending());
    }

    public function testARepeatedCreateSaysThatTheOrderIsThereAlready(): void
    {
        $message = ['action' => 'create', 'service' => $this->service(['domainstatus' => 'Pending']), 'cost' => self::COST];
        $texts = [];
        foreach (['first', 'repeated'] as $time) {
            $texts[$time] = json_decode($this->staff($message)->body, true)['ok']['text'] ?? null;
        }
        self::assertSame(
            ['first' => 'The account placed the order.', 'repeated' => 'The service already has its order; nothing was sent.'],
            $texts
        );
        self::assertCount(1, $this->account->spending());
    }

    public function testTerminateRunsWhmcssOwnCommand(): void
    {
        $service = $this->orderedService();
        self::assertSame(200, $this->staff(['action' => 'terminate', 'service' => $service])->status);
        self::assertSame('Terminated', $this->record($service)->status);
    }

    public function testACostThatChangedIsToldAndNothingIsSent(): void
    {
        $pending = $this->service();
        $ordered = $this->orderedService();
        $old = ['minor' => 900, 'currency' => 'EUR'];
        foreach (
            [
                ['action' => 'create', 'service' => $pending, 'cost' => $old],
                ['action' => 'create', 'service' => $pending, 'cost' => ['minor' => 1000, 'currency' => 'RUB']],
                ['action' => 'renew', 'service' => $ordered, 'cost' => $old, 'confirmation' => '5b1f', 'expires' => '2026-12-23'],
            ] as $message
        ) {
            $answer = $this->staff($message);
            self::assertSame([409, 'cost-changed'], [$answer->status, self::code($answer)]);
            self::assertStringContainsString('10.00 EUR', $answer->body);
        }
        self::assertSame([], $this->account->spending());
    }

    public function testTheOrdersThatMayBeLinkedHaveTheShapeOfTheirFixtureAndOneIsLinked(): void
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->account->answer('addition', FakeTransport::fixture('list', ['remoteid' => '']));
        $answer = $this->staff(['action' => 'candidates', 'service' => $service]);
        self::assertShape(self::fixture('candidates'), json_decode($answer->body, true), 'candidates');
        self::assertSame('812345', json_decode($answer->body, true)['ok']['orders'][0]['id']);

        foreach (['0', '12a', 812345, null] as $malformed) {
            self::assertSame(422, $this->staff(['action' => 'link-order', 'service' => $service, 'order' => $malformed])->status);
        }
        $answer = $this->staff(['action' => 'link-order', 'service' => $service, 'order' => '812345']);
        self::assertShape(self::fixture('command'), json_decode($answer->body, true), 'link-order');
        self::assertSame('Active', $this->record($service)->status);
        self::assertSame([], $this->account->spending());
    }

    public function testWhatWaitsForItsPaymentIsDroppedOnRequest(): void
    {
        $service = $this->service();
        $empty = Reply::received(200, '<doc/>');
        $this->account->answer('addition.order.param', 'unpaid')->answer('basket', 'basket', 'basket', 'ok', $empty);
        ispmanagernoc_CreateAccount($this->whmcs->params($service));
        $answer = $this->staff(['action' => 'drop-unpaid', 'service' => $service]);
        self::assertShape(self::fixture('command'), json_decode($answer->body, true), 'drop-unpaid');
        self::assertSame(['not-placed'], $this->states($service));
    }

    public function testARepeatedMessageRenewsOnce(): void
    {
        $service = $this->orderedService();
        $message = ['action' => 'renew', 'service' => $service, 'cost' => self::COST, 'confirmation' => '5b1f', 'expires' => '2026-12-23'];
        self::assertSame([200, 200], [$this->staff($message)->status, $this->staff($message)->status]);
        self::assertCount(1, $this->account->spending());
    }

    /** @return array<string, array{Reply, int, string}> */
    public static function failures(): array
    {
        $error = '<doc><error type="value"><msg>The licence 1001 is blocked</msg></error></doc>';
        return [
            'the account refuses' => [Reply::received(200, $error), 409, 'rejected'],
            'the account cannot be reached' => [Reply::notSent('no route'), 503, 'account-down'],
            'the answer is lost' => [Reply::lost('timeout'), 503, 'outcome-unknown'],
        ];
    }

    /** @dataProvider failures */
    public function testAFailureOfAnOrderIsToldByItsKind(Reply $reply, int $status, string $code): void
    {
        $service = $this->service(['domainstatus' => 'Pending']);
        $this->account->answer('addition.order.param', $reply);

        $answer = $this->staff(['action' => 'create', 'service' => $service, 'cost' => self::COST]);
        self::assertSame([$status, $code], [$answer->status, self::code($answer)], $answer->body);
        self::assertShape(self::fixture('error'), json_decode($answer->body, true), 'error');
        self::assertSame('Pending', $this->record($service)->status);
    }

    public function testAnAccountThatIsDownIsToldWhereItIsAsked(): void
    {
        $service = $this->orderedService();
        $this->account->answer('pricelist.export', Reply::notSent('no route'))->answer('addition.edit', Reply::notSent('no route'));
        $refresh = ['action' => 'refresh-tariffs', 'product' => $this->product, 'server_group' => 0];
        foreach ([$refresh, ['action' => 'account', 'service' => $service]] as $message) {
            self::assertSame([503, 'account-down'], [$this->staff($message)->status, self::code($this->staff($message))]);
        }
    }

    public function testWhatTheMessageNamesMustExistAndBeOurs(): void
    {
        $foreign = $this->whmcs->product('sampleserver');
        foreach (
            [
                ['action' => 'service', 'service' => 4711],
                ['action' => 'service', 'service' => $this->whmcs->service($foreign)],
                ['action' => 'terminate', 'service' => $this->whmcs->service($foreign)],
                ['action' => 'fields', 'product' => $foreign, 'tariff' => 55371],
                ['action' => 'create-fields', 'product' => 4711, 'tariff' => 55371],
            ] as $message
        ) {
            $answer = $this->staff($message);
            self::assertSame([404, 'not-found'], [$answer->status, self::code($answer)], $answer->body);
        }
        self::assertSame([], $this->account->requests);
    }

    public function testAnothersServiceIsAnsweredLikeOneThatDoesNotExist(): void
    {
        $service = $this->orderedService();
        $foreign = $this->client($service, $this->whmcs->client(['email' => 'other@example.com']));
        $missing = $this->client(4711, $this->ownerOf($service));
        self::assertSame([404, $missing->body], [$foreign->status, $foreign->body]);
        self::assertSame([], $this->account->requests);
    }

    public function testAnUnforeseenFailureTellsNothingOfItself(): void
    {
        Capsule::schema()->drop('tblhosting');
        $answer = $this->staff(['action' => 'service', 'service' => 1]);
        self::assertSame([500, 'internal'], [$answer->status, self::code($answer)]);
        self::assertStringNotContainsString('tblhosting', $answer->body);
        self::assertMatchesRegularExpression('/"reference":"[0-9a-f]{8}"/', $answer->body);
    }

    public function testNoAnswerToStaffHoldsASecret(): void
    {
        $service = $this->orderedService();
        $bodies = '';
        foreach (json_decode((string) file_get_contents(__DIR__ . '/../../contract/messages.json'), true) as $message) {
            $message = array_intersect_key(['product' => $this->product, 'service' => $service, 'server_group' => 0], $message) + $message;
            $bodies .= $this->staff($message)->body;
        }
        foreach (['S3cret', 'Пароль', 'eu-partner', 'BN-KEY-0001', 'p&w'] as $secret) {
            self::assertStringNotContainsString($secret, $bodies);
        }
    }

    public function testTheTextsAreInTheLanguageOfWhoeverAsks(): void
    {
        Capsule::table('tbladmins')->update(['language' => 'russian']);
        $answer = $this->staff(['action' => 'service', 'service' => 4711]);
        self::assertMatchesRegularExpression('/[А-я]/u', $answer->body);
    }

    private function staff(array $message): Answer
    {
        return $this->ask(Audience::Staff, $message);
    }

    private function client(int $service, int $client): Answer
    {
        $this->whmcs->actAsClient($client);
        return $this->ask(Audience::Client, ['action' => 'service-info', 'service' => $service]);
    }

    private function ask(Audience $audience, array $message): Answer
    {
        $_REQUEST['token'] = generate_token('plain');
        $request = new Request('POST', $_REQUEST['token'], (string) json_encode($message), 'same-origin');
        return Relay::inWhmcs()->answer($audience, $request);
    }

    private function ownerOf(int $service): int
    {
        return $this->record($service)->clientId;
    }

    private static function code(Answer $answer): string
    {
        $code = json_decode($answer->body, true)['error']['code'] ?? 'ok';
        self::assertSame($answer->status, Contract::get('errors')[$code] ?? 200);
        return $code;
    }

    private static function fixture(string $name): array
    {
        return json_decode((string) file_get_contents(__DIR__ . "/../../contract/answers/$name.json"), true);
    }

    /** The same keys in the same order and the same types; null fits where a value may be missing. */
    private static function assertShape(mixed $expected, mixed $actual, string $path): void
    {
        if ($expected === null || $actual === null) {
            self::assertMatchesRegularExpression(self::NULLABLE, $path);
            return;
        }
        self::assertSame(gettype($expected), gettype($actual), $path);
        if (!is_array($expected)) {
            return;
        }
        if (array_is_list($expected)) {
            self::assertTrue(array_is_list($actual), $path);
            foreach ($actual as $index => $item) {
                $expected === [] || self::assertShape($expected[0], $item, "$path.$index");
            }
            return;
        }
        self::assertSame(array_keys($expected), array_keys($actual), $path);
        foreach ($expected as $key => $value) {
            self::assertShape($value, $actual[$key], "$path.$key");
        }
    }
}
