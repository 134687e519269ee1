<?php

/**
 * Who may ask what: every way in which a message is turned down before anything is done.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Relay;

use IspmanagerNoc\Contract;
use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Dispatch;
use IspmanagerNoc\Relay\Guard;
use IspmanagerNoc\Relay\Message;
use IspmanagerNoc\Relay\Refusal;
use IspmanagerNoc\Relay\Request;
use PHPUnit\Framework\TestCase;
use Standin\Testing;
use WHMCS\Database\Capsule;

final class GuardTest extends TestCase
{
    private const FULL_ADMINISTRATOR = 1;

    protected function setUp(): void
    {
        $whmcs = Testing::fresh(__DIR__ . '/../../../php-hooks');
        $whmcs->actAsStaff();
        $whmcs->actAsClient($whmcs->client());
        Capsule::table('tbladdonmodules')->insert([
            ['module' => 'ispmanagernoc_partner', 'setting' => 'version', 'value' => '1'],
            ['module' => 'ispmanagernoc_partner', 'setting' => 'access', 'value' => '9,' . self::FULL_ADMINISTRATOR],
        ]);
    }

    protected function tearDown(): void
    {
        $_REQUEST = [];
    }

    public function testEveryMessageOfTheFixtureIsLetInAtItsEntryAndNowhereElse(): void
    {
        $messages = json_decode((string) file_get_contents(__DIR__ . '/../../contract/messages.json'), true);
        foreach ($messages as $message) {
            $json = json_encode($message);
            $home = Audience::from(Contract::get('actions')[$message['action']]['entry']);
            $other = $home === Audience::Staff ? Audience::Client : Audience::Staff;
            self::assertSame($message['action'], self::admit($home, $json)->action);
            self::assertSame('unknown-action', self::refusal($other, self::request($json)), $message['action']);
        }
    }

    public function testEveryActionOfTheContractHasAClass(): void
    {
        self::assertSame(array_keys(Contract::get('actions')), array_keys(Dispatch::ACTIONS));
    }

    /** @return array<string, array{string, Request}> */
    public static function refused(): array
    {
        $json = '{"action":"service","service":7}';
        return [
            'another method' => ['method', new Request('GET', 'token', $json)],
            'no token' => ['token', self::request($json, token: '')],
            'a wrong token' => ['token', self::request($json, token: 'wrong')],
            'a page of another site' => ['token', self::request($json, fetchSite: 'cross-site')],
            'a page of a sister site' => ['token', self::request($json, fetchSite: 'same-site')],
            'an address typed by hand' => ['token', self::request($json, fetchSite: 'none')],
            'no message' => ['malformed', self::request('')],
            'no JSON' => ['malformed', self::request('{"action":')],
            'no object' => ['malformed', self::request('"tariffs"')],
            'an action that is no text' => ['malformed', self::request('{"action":["service"]}')],
            'a depth without end' => ['malformed', self::request(str_repeat('[', 100) . str_repeat(']', 100))],
            'an unknown action' => ['unknown-action', self::request('{"action":"delete-everything"}')],
            'the name of a class' => ['unknown-action', self::request('{"action":"..\\\\Create"}')],
        ];
    }

    /** @dataProvider refused */
    public function testIsRefused(string $code, Request $request): void
    {
        self::assertSame($code, self::refusal(Audience::Staff, self::current($request)));
    }

    public function testNobodyIsLetInWithoutALogin(): void
    {
        $_SESSION = [];
        $request = self::current(self::request('{"action":"service","service":7}'));
        self::assertSame('logged-out', self::refusal(Audience::Staff, $request));
        self::assertSame('logged-out', self::refusal(Audience::Client, $request));
    }

    public function testStaffWhoWereDisabledAreLoggedOut(): void
    {
        Capsule::table('tbladmins')->update(['disabled' => 1]);
        self::assertSame('logged-out', self::refusal(Audience::Staff, self::current(self::request('{"action":"service"}'))));
    }

    public function testARoleWithoutAccessToTheAddonIsRefused(): void
    {
        Capsule::table('tbladdonmodules')->where('setting', 'access')->update(['value' => '2,11']);
        self::assertSame('access', self::refusal(Audience::Staff, self::current(self::request('{"action":"service"}'))));
    }

    public function testAnAddonThatIsNotActiveIsRefused(): void
    {
        Capsule::table('tbladdonmodules')->delete();
        self::assertSame('access', self::refusal(Audience::Staff, self::current(self::request('{"action":"service"}'))));
    }

    public function testAMessageThatWhmcsEncodedIsReadAsItWasSent(): void
    {
        $sent = '{"action":"renew","service":7,"cost":{"minor":1000,"currency":"EUR"},"confirmation":"a-1"}';
        $message = self::admit(Audience::Staff, htmlspecialchars($sent, ENT_QUOTES));
        self::assertSame([7, 1000, 'a-1'], [$message->id('service'), $message->money('cost')->minor, $message->mark('confirmation')]);
    }

    /** @return array<string, array{string}> */
    public static function malformedIds(): array
    {
        return array_map(static fn (string $json): array => [$json], [
            'missing' => '{"action":"service"}',
            'a text' => '{"action":"service","service":"7"}',
            'a fraction' => '{"action":"service","service":7.5}',
            'zero' => '{"action":"service","service":0}',
            'below zero' => '{"action":"service","service":-7}',
            'a list' => '{"action":"service","service":[7]}',
            'beyond numbers' => '{"action":"service","service":99999999999999999999}',
        ]);
    }

    /** @dataProvider malformedIds */
    public function testAnIdIsAWholeNumberAboveZero(string $json): void
    {
        try {
            self::admit(Audience::Staff, $json)->id('service');
            self::fail('The id was taken.');
        } catch (Refusal $refusal) {
            self::assertSame('malformed', $refusal->errorCode());
        }
    }

    private static function admit(Audience $audience, string $json): Message
    {
        return (new Guard(Contract::get('actions')))->admit($audience, self::current(self::request($json)));
    }

    private static function refusal(Audience $audience, Request $request): string
    {
        try {
            (new Guard(Contract::get('actions')))->admit($audience, self::current($request));
        } catch (Refusal $refusal) {
            return $refusal->errorCode();
        }
        self::fail('The message was let in.');
    }

    private static function request(string $json, string $token = 'right', ?string $fetchSite = 'same-origin'): Request
    {
        return new Request('POST', $token, $json, $fetchSite);
    }

    /** Data providers run before there is a session: the right token is put in here. */
    private static function current(Request $request): Request
    {
        $token = $request->token === 'right' ? generate_token('plain') : $request->token;
        $_REQUEST['token'] = $token;
        return new Request($request->method, $token, $request->message, $request->fetchSite);
    }
}
