<?php

/**
 * Where WHMCS and the accounts differ, of each kind and since the last daily comparison, with the way to repair one or many: what will
 * happen is shown before it happens. To look asks nobody.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Command\Compare;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Markup;
use IspmanagerNoc\Page\Partner\Differences\AdoptTicked;
use IspmanagerNoc\Page\Partner\Differences\OpenOperation;
use IspmanagerNoc\Page\Partner\Differences\OrderNotLinked;
use IspmanagerNoc\Page\Partner\Differences\OrderWithoutService;
use IspmanagerNoc\Page\Partner\Differences\Repair;
use IspmanagerNoc\Page\Partner\Differences\ServiceLinks;
use IspmanagerNoc\Page\Partner\Differences\SettleTicked;
use IspmanagerNoc\Page\Partner\Differences\SharedOrder;
use IspmanagerNoc\Page\Partner\Differences\SyncTicked;
use IspmanagerNoc\Page\Partner\Differences\Ticked;
use IspmanagerNoc\Page\Partner\Differences\TickedRepair;
use IspmanagerNoc\Page\Partner\Differences\Words;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Texts;

defined('WHMCS') || exit;

final class DifferencesTab implements Content
{
    private const PER_PAGE = 50;
    /** How long a page may read of the accounts: it must be answered before its server gives up. */
    private const SECONDS = 20.0;
    /** Names the difference that is being repaired. */
    private const ONE = 'difference';

    private readonly Words $words;
    /** Of the list, whatever of it is being repaired. */
    private readonly Address $list;
    /** @var list<Ticked> */
    private readonly array $ticked;
    /** @var array<int, string>|null names by ids */
    private ?array $servers = null;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
        $this->words = new Words($texts);
        $this->list = $address->without(self::ONE);
        $repairs = [new AdoptTicked($app, $texts), new SyncTicked($app, $texts), new SettleTicked($app, $texts)];
        $this->ticked = array_map(fn (TickedRepair $repair): Ticked => new Ticked($app, $texts, $this->list, $repair), $repairs);
    }

    public function html(?Form $form): string
    {
        $id = $this->address->number(self::ONE);
        return $id > 0 ? $this->one($id, $form) : $this->many($form);
    }

    private function one(int $id, ?Form $form): string
    {
        $difference = $this->app->differences()->find($id);
        $repair = $difference === null ? null : $this->repair($difference->kind);
        if ($difference === null || $repair === null) {
            return Html::warning($this->texts->get('differs.gone')) . $this->list();
        }
        $done = $form === null ? '' : $repair->done($difference, $form);
        $left = $done === '' ? $difference : $this->app->differences()->find($id);
        return $done . ($left === null ? $this->list() : $this->question($repair, $left, $done === '' ? $form : null));
    }

    private function question(Repair $repair, Difference $difference, ?Form $form): string
    {
        $service = $difference->serviceId;
        return Html::heading($this->texts->get("differs.{$difference->kind->value}"))
            . ($service === 0 ? '' : '<p>' . (new ServiceLinks([$service]))->to($service)->html . '</p>')
            . Html::paragraph($this->words->of($difference))
            . $repair->question($difference, $form)
            . '<p>' . Html::link($this->list->with([]), $this->texts->get('differs.back'))->html . '</p>';
    }

    private function repair(DifferenceKind $kind): ?Repair
    {
        return match ($kind) {
            DifferenceKind::NoService => new OrderWithoutService($this->app, $this->texts, $this->address),
            DifferenceKind::NotLinked, DifferenceKind::OrderFound => new OrderNotLinked($this->app, $this->texts, $this->address),
            DifferenceKind::SharedOrder => new SharedOrder($this->app, $this->texts, $this->address),
            DifferenceKind::Unsettled => new OpenOperation($this->app, $this->texts, $this->address),
            default => null,
        };
    }

    private function many(?Form $form): string
    {
        if ($form === null) {
            return $this->list();
        }
        foreach ($this->ticked as $ticked) {
            $told = $ticked->answer($form);
            if ($told !== null) {
                return match (true) {
                    $told === '' => Html::warning($this->texts->get('differs.no-service-ticked')) . $this->list(),
                    $ticked->isPreviewed($form) => $told,
                    default => $told . $this->list(),
                };
            }
        }
        return ($form->has('compare') ? $this->compared() : '') . $this->list();
    }

    private function compared(): string
    {
        $html = '';
        $this->app->readingUntil($this->app->clock()->elapsed() + self::SECONDS, function () use (&$html): void {
            foreach ($this->app->compare()->run() as $told) {
                $html .= $told->isDone ? Html::success($told->text) : Html::warning($told->text);
            }
        });
        return $html;
    }

    private function list(): string
    {
        $compare = $this->list->post(Html::submit($this->texts->get('differs.compare'), 'compare'));
        $counts = $this->app->differences()->counts();
        $last = Compare::lastRun();
        if ($counts === []) {
            return ($last === 0
                ? Html::paragraph($this->texts->get('differs.never'))
                : Html::success($this->texts->get('differs.none', ['moment' => Moment::printed($last)]))) . $compare;
        }
        $kind = $this->kind();
        $paging = new Paging($this->texts, $this->list, self::PER_PAGE, $kind === null ? array_sum($counts) : $counts[$kind->value] ?? 0);
        $shown = $this->app->differences()->all(self::PER_PAGE, kind: $kind, skip: $paging->skipped());
        $links = new ServiceLinks(array_map(static fn (Difference $difference): int => $difference->serviceId, $shown));
        $row = fn (Difference $difference): array => $this->row($difference, $links);
        $table = $shown === [] ? '' : Html::table($this->head(), array_map($row, $shown));
        return Html::paragraph($this->texts->get($this->list->mayManage ? 'differs.about' : 'differs.about-reader')) . Html::bar($this->kinds($counts) . $compare)
            . ($this->list->mayManage && $table !== '' ? $this->list->post($table . $this->buttons($shown)) : $table)
            . $paging->html();
    }

    /** @param list<Difference> $shown */
    private function buttons(array $shown): string
    {
        $buttons = '';
        foreach ($this->ticked as $ticked) {
            $buttons .= array_filter($shown, $ticked->isFor(...)) === [] ? '' : $ticked->button($buttons === '' ? 'btn-primary' : 'btn-default');
        }
        return $buttons === '' ? '' : Html::bar($buttons);
    }

    private function kind(): ?DifferenceKind
    {
        return DifferenceKind::tryFrom($this->address->text('kind'));
    }

    /** @param array<string, int> $counts */
    private function kinds(array $counts): string
    {
        $choices = ['' => $this->texts->get('partner.all', ['count' => array_sum($counts)])];
        foreach ($counts as $kind => $count) {
            $choices[$kind] = $this->texts->get("differs.$kind") . " ($count)";
        }
        return $this->list->form(
            Html::select('kind', $this->texts->get('differs.what'), $choices, $this->kind()->value ?? '') . Html::submit($this->texts->get('partner.show'))
        );
    }

    /** @return list<string> */
    private function head(): array
    {
        return array_map($this->texts->get(...), ['differs.tick', 'partner.service', 'partner.order', 'partner.server', 'differs.what', 'differs.seen']);
    }

    /** @return list<string|Markup> */
    private function row(Difference $difference, ServiceLinks $links): array
    {
        $service = $difference->serviceId;
        return [
            $this->tick($difference),
            $service === 0 ? '–' : $links->to($service),
            $difference->orderId === '' ? '–' : $difference->orderId,
            ($this->servers ??= $this->app->servers()->names())[$difference->serverId] ?? '–',
            new Markup(Html::escape($this->words->of($difference)) . $this->way($difference, $links)),
            Moment::printed($difference->seenAt),
        ];
    }

    private function tick(Difference $difference): string|Markup
    {
        foreach ($this->list->mayManage ? $this->ticked : [] as $ticked) {
            if ($ticked->isFor($difference)) {
                return new Markup($ticked->tick($difference));
            }
        }
        return '';
    }

    /** @return string HTML of the way to what repairs it; empty where it is ticked. What costs money is confirmed on the service's own page */
    private function way(Difference $difference, ServiceLinks $links): string
    {
        $key = match ($difference->kind) {
            DifferenceKind::NoService => 'differs.no-service.way',
            DifferenceKind::NotLinked, DifferenceKind::OrderFound => 'differs.not-linked.way',
            DifferenceKind::SharedOrder => 'differs.shared-order.way',
            DifferenceKind::Unsettled => 'differs.unsettled.way',
            DifferenceKind::NotCovered => 'differs.not-covered.way',
            DifferenceKind::WithoutOrder => 'differs.without-order.way',
            DifferenceKind::Status, DifferenceKind::Expiry, DifferenceKind::Email, DifferenceKind::OrderMissing => null,
        };
        if ($key === null || !$this->list->mayManage) {
            return '';
        }
        $text = $this->texts->get($key);
        $link = in_array($difference->kind, [DifferenceKind::NotCovered, DifferenceKind::WithoutOrder], true)
            ? $links->to($difference->serviceId, $text)
            : Html::link($this->address->with([self::ONE => $difference->id]), $text);
        return "<br>$link->html";
    }
}
