<?php

/**
 * Makes a product in WHMCS for each tariff that no product sells yet. It can be run again, by several people at once, and after an end in
 * the middle: it makes none twice.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Sale;

use IspmanagerNoc\App;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\NewProduct;
use IspmanagerNoc\Whmcs\OwnSettings;
use IspmanagerNoc\Whmcs\Reports;
use Throwable;

final class PutOnSale
{
    /** What is not made by then is left for another run: a page must be answered before its server gives up. */
    private const SECONDS = 20.0;
    /** Longer than one product takes to make. */
    private const LOCK_SECONDS = 120;

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return list<Outcome> in the plan's order */
    public function run(SalePlan $plan): array
    {
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $outcomes = [];
        foreach ($plan->offers($this->app) as $offer) {
            $isLate = $this->app->clock()->elapsed() >= $deadline;
            $outcomes[] = $isLate && $offer->sellers === [] ? new Outcome($offer, Outcome::LEFT) : $this->put($plan, $offer);
        }
        return $outcomes;
    }

    private function put(SalePlan $plan, Offer $offer): Outcome
    {
        try {
            return $offer->sellers === [] ? $this->putAlone($plan, $offer) : $this->there($plan, $offer, $offer->sellers);
        } catch (CommandFailed $failure) {
            return new Outcome($offer, Outcome::FAILED, reason: $this->texts->ofFailure($failure));
        } catch (Throwable $failure) {
            return $this->failed($offer, 'error.internal', ['reference' => Reports::failure('PutOnSale', $failure)]);
        }
    }

    /** While nobody else does the same. */
    private function putAlone(SalePlan $plan, Offer $offer): Outcome
    {
        if ($offer->prices === []) {
            return $this->failed($offer, 'sale.no-period');
        }
        $lock = "sale:{$offer->tariff->id}:" . substr($plan->server->fingerprint(), 0, 16);
        $now = $this->app->clock()->now();
        if (!OwnSettings::lock($lock, $now, $now + self::LOCK_SECONDS)) {
            return $this->failed($offer, 'sale.busy');
        }
        try {
            // Another person may have come first between the look and the lock.
            $sellers = $this->app->products()->selling($plan->server)[$offer->tariff->id] ?? [];
            return $sellers === [] ? $this->make($plan, $offer) : $this->there($plan, $offer, $sellers);
        } finally {
            OwnSettings::unlock($lock);
        }
    }

    private function make(SalePlan $plan, Offer $offer): Outcome
    {
        // Nobody can order it before it has its fields.
        $product = $this->app->products()->add(new NewProduct(
            $offer->tariff->name,
            $offer->tariff->id,
            $plan->groupId,
            $offer->prices,
            $plan->setup,
            $plan->serverGroupId,
            $plan->isTaxed,
        ));
        try {
            $this->app->fields()->ensure($product, $offer->tariff->kind);
            if (!$plan->isHidden) {
                $this->app->products()->show($product);
            }
        } catch (Throwable $failure) {
            $reason = $this->texts->get('sale.half', ['reference' => Reports::failure('PutOnSale', $failure)]);
            return new Outcome($offer, Outcome::FAILED, [$product => $offer->tariff->name], $reason);
        }
        Reports::note($this->texts->get('sale.note', ['product' => $product, 'tariff' => $offer->tariff->name, 'id' => $offer->tariff->id]));
        return new Outcome($offer, Outcome::CREATED, [$product => $offer->tariff->name]);
    }

    /**
     * A run that ended in the middle may have left them hidden and without their fields.
     *
     * @param array<int, string> $sellers names by ids
     */
    private function there(SalePlan $plan, Offer $offer, array $sellers): Outcome
    {
        foreach (array_keys($sellers) as $product) {
            $this->app->fields()->ensure($product, $offer->tariff->kind);
        }
        $isHidden = !$plan->isHidden && $this->app->products()->areHidden(array_keys($sellers));
        return new Outcome($offer, Outcome::THERE, $sellers, $isHidden ? $this->texts->get('sale.is-hidden') : '');
    }

    /** @param array<string, string> $values */
    private function failed(Offer $offer, string $textKey, array $values = []): Outcome
    {
        return new Outcome($offer, Outcome::FAILED, reason: $this->texts->get($textKey, $values));
    }
}
