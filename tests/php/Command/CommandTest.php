<?php

/**
 * What tests of commands share: a refusal by its text's key, and the forms that were sent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Command;

use Closure;
use IspmanagerNoc\Account\Request;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Tests\ModuleTest;

abstract class CommandTest extends ModuleTest
{
    /** @param Closure(): void $command */
    protected function refused(string $textKey, Closure $command): void
    {
        try {
            $command();
        } catch (CommandFailed $failure) {
            self::assertSame($textKey, $failure->textKey);
            return;
        }
        self::fail("Nothing was refused with $textKey");
    }

    /** @return list<array<string, string>> what was sent to one function of the account */
    protected function forms(string $function): array
    {
        return array_values(array_filter(
            array_map(static fn (Request $request): array => $request->form, $this->account->requests),
            static fn (array $form): bool => $form['func'] === $function
        ));
    }
}
