<?php

/**
 * Where WHMCS and the accounts differ, of each kind and since the last daily comparison. It asks nobody and changes nothing.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Difference\DifferenceKind;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Markup;
use IspmanagerNoc\Shape\Moment;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\AdminPages;
use IspmanagerNoc\Whmcs\ServiceList;

final class DifferencesTab implements Content
{
    private const PER_PAGE = 50;

    /** @var array<int, string>|null names by ids */
    private ?array $servers = null;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
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
            . ($shown === [] ? '' : Html::table($this->head(), array_map($row, $shown)))
            . $paging->html();
    }

    public function csv(): ?Csv
    {
        return null;
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
        return [
            $service === 0 ? '–' : Html::link(AdminPages::service($service, $clients[$service] ?? 0), "#$service"),
            $difference->orderId === '' ? '–' : $difference->orderId,
            ($this->servers ??= $this->app->servers()->names())[$difference->serverId] ?? '–',
            $this->texts->get("differs.{$difference->kind->value}.is", [
                'whmcs' => $this->value($difference->kind, $difference->whmcs),
                'account' => $this->value($difference->kind, $difference->account),
            ]),
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
