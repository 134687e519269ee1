<?php

/**
 * Module commands change the service, run hooks and fill the queue as WHMCS documents it.
 */

declare(strict_types=1);

namespace Standin\Tests;

use PHPUnit\Framework\TestCase;
use Standin\Hooks;
use Standin\Module\Command;
use Standin\Module\Queue;
use Standin\NotModelled;
use Standin\Testing;
use WHMCS\Database\Capsule;

final class ModuleCommandTest extends TestCase
{
    private Testing $whmcs;

    protected function setUp(): void
    {
        $this->whmcs = Testing::fresh(__DIR__ . '/modules');
    }

    public function testCreateActivatesTheServiceAndSendsTheWelcomeEmail(): void
    {
        $product = $this->whmcs->product('sampleserver', ['welcomeemail' => 1]);
        $this->whmcs->server('sampleserver', ['password' => 'Secret']);
        Capsule::table('tblemailtemplates')->where('id', 1)->update(['message' => 'Key {$service_custom_field_bitninjakey}']);
        $this->whmcs->customField($product, 'bitninjakey|BitNinja key');
        $service = $this->whmcs->service($product, [], ['bitninjakey' => 'K-1']);

        self::assertSame('success', Command::run('Create', $service));
        self::assertSame('Active', Capsule::table('tblhosting')->where('id', $service)->value('domainstatus'));
        self::assertSame('Key K-1', Capsule::table('tblemails')->value('message'));
        self::assertStringNotContainsString('Secret', $this->whmcs->moduleLog()[0]->request);
    }

    public function testAFailureOfTheAutomationWaitsInTheQueueUntilStaffRetryIt(): void
    {
        $product = $this->whmcs->product('sampleserver');
        $service = $this->whmcs->service($product);

        self::assertSame('The service has no server', Command::automated('Create', $service));
        $this->whmcs->server('sampleserver');
        self::assertSame(0, Capsule::table('tblmodulequeue')->value('completed'));
        self::assertSame('success', Queue::retry(1));
        self::assertSame(1, Capsule::table('tblmodulequeue')->value('completed'));
    }

    public function testAHookCanStopACommand(): void
    {
        Hooks::add('PreModuleTerminate', 1, static fn () => ['abortcmd' => true]);
        $service = $this->whmcs->service($this->whmcs->product('sampleserver'));
        self::assertSame('Function Aborted by Action Hook Code', Command::run('Terminate', $service));
    }

    public function testWhatIsUnknownIsRefused(): void
    {
        foreach (
            [
                static fn () => localAPI('ModuleRenew', ['serviceid' => 1]),
                static fn () => add_hook('NoSuchHook', 1, static fn () => null),
                static fn () => Capsule::table('tbltickets')->count(),
            ] as $unknown
        ) {
            try {
                $unknown();
                self::fail('This should have been refused');
            } catch (NotModelled $refusal) {
                self::assertStringContainsString('does not model', $refusal->getMessage());
            }
        }
    }
}
