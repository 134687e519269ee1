<?php

/**
 * The fields of a form in which staff say how prices come of costs, and what was typed into them.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Account\Money;
use IspmanagerNoc\Exception\Refused;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Sale\Ending;
use IspmanagerNoc\Sale\PriceRule;
use IspmanagerNoc\Sale\Rate;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Currencies;

final class RuleFields
{
    public const NAMES = ['share', 'added', 'ending'];

    /** A thousand percent, and a million of the account's currency. */
    private const MOST_SHARE = 100_000;
    private const MOST_ADDED = 100_000_000;

    /** @param string $currency of the account */
    public function __construct(private readonly Texts $texts, private readonly string $currency)
    {
    }

    /** @param Form|null $form what was typed before */
    public function html(?Form $form): string
    {
        $typed = static fn (string $name, string $default): string => $form === null ? $default : $form->text($name);
        $endings = [];
        foreach (Ending::cases() as $ending) {
            $endings[$ending->value] = $this->texts->get("sale.ending.$ending->value");
        }
        return Html::fieldset($this->texts->get('sale.price'), Html::bar(
            Html::input('text', 'share', $this->texts->get('sale.share-label'), $typed('share', '30'))
            . Html::input('text', 'added', $this->texts->get('sale.added-label', ['currency' => $this->currency]), $typed('added', '0'))
            . Html::select('ending', $this->texts->get('sale.ending'), $endings, $typed('ending', Ending::Exact->value))
        )) . Html::fieldset(
            $this->texts->get('sale.currencies'),
            Html::bar($this->rateInputs($form))
            . Html::paragraph($this->texts->get('sale.currencies-about', ['currency' => $this->currency]), 'ispnoc-muted')
        );
    }

    /** @throws Refused what cannot be read */
    public function rule(Form $form): PriceRule
    {
        return new PriceRule(
            $this->currency,
            self::hundredths($form->text('share'), 'sale.share', self::MOST_SHARE),
            self::hundredths($form->text('added'), 'sale.added', self::MOST_ADDED),
            Ending::tryFrom($form->text('ending')) ?? throw new Refused('sale.no-ending'),
        );
    }

    /**
     * @return non-empty-list<Rate>
     * @throws Refused what cannot be read
     */
    public static function rates(Form $form): array
    {
        $rates = [];
        foreach (Currencies::all() as $id => $code) {
            $typed = $form->texts('rate')[$id] ?? '';
            if ($typed !== '') {
                $rates[] = Rate::parse($typed, $id, $code) ?? throw new Refused('sale.rate', ['currency' => $code]);
            }
        }
        return $rates === [] ? throw new Refused('sale.no-currency') : $rates;
    }

    private function rateInputs(?Form $form): string
    {
        $inputs = '';
        foreach (Currencies::all() as $id => $code) {
            $isOwn = $code === $this->currency;
            $label = $this->texts->get($isOwn ? 'sale.own-currency' : 'sale.rate-label', ['from' => $this->currency, 'to' => $code]);
            $suggested = $isOwn ? '1' : Currencies::rate($this->currency, $code);
            $inputs .= Html::input('text', "rate[$id]", $label, $form === null ? $suggested : $form->texts('rate')[$id] ?? '');
        }
        return $inputs;
    }

    /** @throws Refused */
    private static function hundredths(string $typed, string $textKey, int $most): int
    {
        $amount = $typed === '' ? new Money(0, '') : Money::parse(strtr($typed, ',', '.'), '');
        return $amount !== null && $amount->minor >= 0 && $amount->minor <= $most ? $amount->minor : throw new Refused($textKey);
    }
}
