<?php

/**
 * Where WHMCS and the accounts differ, of each kind and since the last daily comparison. Ticked services are synchronized after it was shown
 * what that will change; to look asks nobody.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Markup;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\AdminPages;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceList;
use Throwable;

final class DifferencesTab implements Content
{
    private const PER_PAGE = 50;
    /** What is not done by then is left for another press: a page must be answered before its server gives up. */
    private const SECONDS = 20.0;

    /** @var array<int, string>|null names by ids */
    private ?array $servers = null;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
    {
        if ($form?->has('preview')) {
            return $this->preview($form->numbers('service'));
        }
        return ($form?->has('sync') ? $this->sync($form->numbers('service')) : '') . $this->list();
    }

    private function list(): string
    {
        $counts = $this->app->differences()->counts();
        if ($counts === []) {
            return Html::success($this->texts->get('differs.none'));
        }
        $kind = $this->kind();
        $paging = new Paging($this->texts, $this->address, self::PER_PAGE, $kind === null ? array_sum($counts) : $counts[$kind->value] ?? 0);
        $shown = $this->app->differences()->all(self::PER_PAGE, kind: $kind, skip: $paging->skipped());
        $clients = (new ServiceList())->clients(array_map(static fn (Difference $difference): int => $difference->serviceId, $shown));
        $row = fn (Difference $difference): array => $this->row($difference, $clients);
        return Html::paragraph($this->texts->get('differs.about')) . $this->kinds($counts)
            . ($shown === [] ? '' : $this->address->post(
                Html::table([$this->texts->get('differs.sync'), ...$this->head()], array_map($row, $shown))
                . Html::submit($this->texts->get('differs.preview'), 'preview', 'btn-primary')
            ))
            . $paging->html();
    }

    /** @param list<int> $services */
    private function preview(array $services): string
    {
        $chosen = $this->app->differences()->forSync($services);
        if ($chosen === []) {
            return Html::warning($this->texts->get('differs.no-service-ticked')) . $this->list();
        }
        $row = fn (Difference $difference): array => [
            "#$difference->serviceId",
            $this->told($difference, 'is'),
            $this->told($difference, 'will'),
        ];
        $head = array_map($this->texts->get(...), ['partner.service', 'differs.what', 'differs.will']);
        $kept = implode('', array_map(
            static fn (int $service): string => Html::hidden('service[]', (string) $service),
            array_unique(array_map(static fn (Difference $difference): int => $difference->serviceId, $chosen))
        ));
        return Html::paragraph($this->texts->get('differs.preview-about')) . Html::table($head, array_map($row, $chosen)) . $this->address->post(
            $kept . Html::submit($this->texts->get('command.sync'), 'sync', 'btn-primary') . ' ' . Html::submit($this->texts->get('sale.back'), 'back')
        );
    }

    /** @param list<int> $services */
    private function sync(array $services): string
    {
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $rows = [];
        foreach (array_unique($services) as $id) {
            $service = $this->app->services()->find($id);
            if ($service === null || $this->app->differences()->forSync([$id]) === []) {
                continue;
            }
            try {
                if ($this->app->clock()->elapsed() >= $deadline) {
                    $rows[] = ["#$id", $this->texts->get('differs.left')];
                    continue;
                }
                $this->app->sync()->run($service);
                $rows[] = ["#$id", $this->texts->get('done.sync')];
            } catch (CommandFailed $failure) {
                $rows[] = ["#$id", $this->texts->ofFailure($failure)];
            } catch (Throwable $failure) {
                $rows[] = ["#$id", $this->texts->get('error.internal', ['reference' => Reports::failure('sync of differences', $failure)])];
            }
        }
        return $rows === [] ? '' : Html::table([$this->texts->get('partner.service'), $this->texts->get('partner.what')], $rows);
    }

    /** @param string $tense `is` for what differs, `will` for what Sync makes of it */
    private function told(Difference $difference, string $tense): string
    {
        return $this->texts->get("differs.{$difference->kind->value}.$tense", [
            'whmcs' => $this->value($difference->kind, $difference->whmcs),
            'account' => $this->value($difference->kind, $difference->account),
        ]);
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
        return $this->address->form(
            Html::select('kind', $this->texts->get('differs.what'), $choices, $this->kind()->value ?? '') . Html::submit($this->texts->get('partner.show'))
        );
    }

    /** @return list<string> */
    private function head(): array
    {
        return array_map($this->texts->get(...), ['partner.service', 'partner.order', 'partner.server', 'differs.what', 'differs.seen']);
    }

    /**
     * @param array<int, int> $clients by services
     * @return list<string|Markup>
     */
    private function row(Difference $difference, array $clients): array
    {
        $service = $difference->serviceId;
        $canSync = $service > 0 && in_array($difference->kind, DifferenceKind::takenOverBySync(), true);
        return [
            $canSync ? new Markup(Html::tick('service[]', (string) $service, "#$service", false)) : '',
            $service === 0 ? '–' : Html::link(AdminPages::service($service, $clients[$service] ?? 0), "#$service"),
            $difference->orderId === '' ? '–' : $difference->orderId,
            ($this->servers ??= $this->app->servers()->names())[$difference->serverId] ?? '–',
            $this->told($difference, 'is'),
            Moment::printed($difference->seenAt),
        ];
    }

    /** Statuses, operations and states in the reader's words; dates, addresses and names are as they are. */
    private function value(DifferenceKind $kind, string $value): string
    {
        $keys = match ($kind) {
            DifferenceKind::Status, DifferenceKind::OrderMissing => ["status.$value", "account.status.$value"],
            DifferenceKind::Unsettled => ["operation.$value", "journal.state.$value"],
            default => [],
        };
        foreach ($keys as $key) {
            if ($this->texts->get($key) !== $key) {
                return $this->texts->get($key);
            }
        }
        return $value;
    }
}
