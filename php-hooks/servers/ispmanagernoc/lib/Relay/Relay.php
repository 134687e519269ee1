<?php

/**
 * Answers one message: guard, dispatch, answer. Whatever fails becomes an answer that is safe to show.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Relay;

use Closure;
use IspmanagerNoc\App;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Exception\CostChanged;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use Throwable;

final class Relay
{
    /** @param Closure(): App $app made only for a message that was let in */
    public function __construct(private readonly Closure $app, private readonly Texts $texts)
    {
    }

    public static function inWhmcs(): self
    {
        return new self(App::get(...), Texts::current());
    }

    public function answer(Audience $audience, Request $request): Answer
    {
        $message = null;
        try {
            $message = (new Guard(Contract::get('actions')))->admit($audience, $request);
            return Answer::ok(Dispatch::to($message->action, ($this->app)(), $this->texts)->answer($message));
        } catch (Refusal | Refused | CostChanged $refused) {
            // The text says it all: there is nothing more to be found in a log.
            return $this->error($refused->errorCode(), $this->texts->ofFailure($refused), '');
        } catch (CommandFailed $failure) {
            $reference = Reports::failure($message->action ?? 'relay', $failure);
            return $this->error($failure->errorCode(), $this->texts->ofFailure($failure), $reference);
        } catch (Throwable $failure) {
            $reference = Reports::failure($message->action ?? 'relay', $failure);
            return $this->error('internal', $this->texts->get('relay.internal'), $reference);
        }
    }

    private function error(string $code, string $text, string $reference): Answer
    {
        return Answer::error($code, Contract::get('errors')[$code] ?? 500, $text, $reference);
    }
}
