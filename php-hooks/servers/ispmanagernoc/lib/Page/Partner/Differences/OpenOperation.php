<?php

/**
 * An operation whose outcome is still open: the account is asked what came of it, what waits there for its payment is dropped, or the order
 * that it placed is linked by a person who knows it. Nothing is sent again.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\Account\RemoteService;
use IspmanagerNoc\App;
use IspmanagerNoc\Command\OrderCandidates;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Journal\Entry;
use IspmanagerNoc\Journal\Operation;
use IspmanagerNoc\Journal\State;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\Partner\Tab;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class OpenOperation implements Repair
{
    private readonly Linking $linking;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
        $this->linking = new Linking($app, $texts);
    }

    public function done(Difference $difference, Form $form): string
    {
        if ($form->has('settle')) {
            return (new Ticked($this->app, $this->texts, $this->address, new SettleTicked($this->app, $this->texts)))->run([$difference->id]);
        }
        $service = $this->app->services()->find($difference->serviceId);
        return match (true) {
            $service === null => '',
            $form->has('drop') => $this->dropped($service, $form->text('seen')),
            $form->has('link') && $form->number('service') === $service->id => $this->linking->done($service, $form->text('order')),
            default => '',
        };
    }

    public function question(Difference $difference, ?Form $form): string
    {
        $entry = $this->app->journal()->open($difference->serviceId)[0] ?? null;
        if ($entry === null) {
            return Html::success($this->texts->get('differs.settled-already'));
        }
        $service = $this->app->services()->find($difference->serviceId);
        if ($service !== null && $form?->has('preview-drop') && $entry->state === State::Unpaid) {
            return $this->confirmation($entry);
        }
        $preview = $service !== null && $form?->has('preview-link') ? $this->preview($service, $form->text('order')) : '';
        if ($preview !== '') {
            return $preview;
        }
        return $this->facts($entry) . $this->settling()
            . ($service === null ? '' : $this->dropping($entry) . $this->choice($service, $entry, $form?->has('ask') || $form?->has('preview-link')));
    }

    private function facts(Entry $entry): string
    {
        $journal = (new Address([]))->with(['page' => Tab::Journal->value, 'service' => $entry->serviceId]);
        return Html::facts([
            $this->texts->get('partner.operation') => $this->texts->get("operation.{$entry->operation->value}"),
            $this->texts->get('partner.state') => $this->texts->get("journal.state.{$entry->state->value}"),
            $this->texts->get('partner.at') => Moment::printed($entry->createdAt),
            $this->texts->get('partner.cost') => (string) $entry->cost,
            $this->texts->get('partner.order') => $entry->orderId,
            $this->texts->get('partner.what') => $this->texts->get($entry->textKey, $entry->textValues),
        ]) . '<p>' . Html::link($journal, $this->texts->get('service.journal'))->html . '</p>';
    }

    private function settling(): string
    {
        return Html::fieldset($this->texts->get('differs.settle.one'), Html::paragraph($this->texts->get('differs.settle.about'))
            . $this->address->post(Html::submit($this->texts->get('differs.settle'), 'settle', 'btn-primary')));
    }

    private function dropping(Entry $entry): string
    {
        return $entry->state !== State::Unpaid ? '' : Html::fieldset(
            $this->texts->get('differs.drop'),
            Html::paragraph($this->texts->get('differs.drop.about', ['bill' => $entry->fact('bill')]))
            . $this->address->post(Html::submit($this->texts->get('differs.drop.preview'), 'preview-drop'))
        );
    }

    private function confirmation(Entry $entry): string
    {
        return Html::warning($this->texts->get('differs.drop.will', [
            'bill' => $entry->fact('bill'),
            'operation' => $this->texts->get("operation.{$entry->operation->value}"),
            'service' => $entry->serviceId,
        ])) . $this->address->post(
            Html::hidden('seen', $entry->fact('bill'))
            . Html::submit($this->texts->get('differs.drop.confirm'), 'drop', 'btn-primary') . ' '
            . Html::submit($this->texts->get('differs.cancel'), 'back')
        );
    }

    /** @param string $seen the payment that was shown */
    private function dropped(ServiceRecord $service, string $seen): string
    {
        return Attempt::at('drop of differences', $this->texts, function () use ($service, $seen): Attempt {
            $entry = $this->app->journal()->open($service->id)[0] ?? null;
            if ($entry === null || $entry->state !== State::Unpaid || $entry->fact('bill') !== $seen) {
                return Attempt::failed($this->texts->get('differs.drop.changed'));
            }
            $this->app->dropUnpaid()->run($service);
            Reports::note($this->texts->get('differs.note.drop', ['service' => $service->id, 'bill' => $seen]), $service->clientId);
            return Attempt::done($this->texts->get('done.drop-unpaid'));
        })->html();
    }

    /** Only the pressed button asks the account for the orders that may be the right one. */
    private function choice(ServiceRecord $service, Entry $entry, bool $isAsked): string
    {
        if ($entry->operation !== Operation::Create || !in_array($entry->state, [State::Unknown, State::Unpaid], true)) {
            return '';
        }
        $ask = $this->address->post(Html::submit($this->texts->get('differs.link.candidates'), 'ask'));
        return Html::fieldset(
            $this->texts->get('differs.link.one'),
            Html::paragraph($this->texts->get('differs.link.about-lost')) . ($isAsked ? $this->candidates($service) : $ask)
        );
    }

    private function candidates(ServiceRecord $service): string
    {
        try {
            $orders = (new OrderCandidates($this->app))->of($service);
        } catch (CommandFailed $failure) {
            return Html::warning($this->texts->ofFailure($failure));
        }
        if ($orders === []) {
            return Html::paragraph($this->texts->get('differs.link.no-candidates'));
        }
        $tick = fn (RemoteService $order): string => '<li>'
            . Html::radio('order', $order->id, implode(', ', array_filter($this->linking->facts($order))), count($orders) === 1) . '</li>';
        return $this->address->post(
            '<ul class="ispnoc-ticks">' . implode('', array_map($tick, $orders)) . '</ul>'
            . Html::submit($this->texts->get('differs.link.preview'), 'preview-link', 'btn-primary')
        );
    }

    private function preview(ServiceRecord $service, string $orderId): string
    {
        return preg_match('/^[1-9]\d{0,17}$/', $orderId) === 1 ? $this->linking->preview($service, $orderId, $this->address) : '';
    }
}
