<?php

/**
 * One order that two services have: staff choose which of them keeps it, and the other one's field is emptied. Nothing is bought or ended.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\App;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\ServiceRecord;

defined('WHMCS') || exit;

final class SharedOrder implements Repair
{
    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function done(Difference $difference, Form $form): string
    {
        $isShown = $form->has('release') && $form->text('order') === $difference->orderId;
        $pair = $isShown ? $this->pair($difference, $form->number('keep')) : null;
        return $pair === null ? '' : Attempt::at('release of differences', $this->texts, function () use ($difference, $pair): Attempt {
            [$keeper, $other] = $pair;
            $this->app->releaseOrder()->run($other, $keeper, $difference->orderId);
            $values = self::values($difference, $keeper, $other);
            Reports::note($this->texts->get('differs.note.release', $values), $other->clientId);
            return Attempt::done($this->texts->get('differs.release.done', $values));
        })->html();
    }

    public function question(Difference $difference, ?Form $form): string
    {
        $labels = (new Words($this->texts))->ofServices(self::services($difference));
        if (count($labels) < 2) {
            return Html::success($this->texts->get('differs.release.gone'));
        }
        $pair = $form?->has('preview-release') ? $this->pair($difference, $form->number('keep')) : null;
        return $pair === null ? $this->choice($labels) : $this->preview($difference, $pair[0], $pair[1]);
    }

    /** @param array<int, string> $labels by services */
    private function choice(array $labels): string
    {
        $radios = '';
        foreach ($labels as $service => $label) {
            $radios .= '<li>' . Html::radio('keep', (string) $service, $label, false) . '</li>';
        }
        return Html::paragraph($this->texts->get('differs.release.about')) . $this->address->post(
            Html::fieldset($this->texts->get('differs.release.keeps'), "<ul class=\"ispnoc-ticks\">$radios</ul>")
            . Html::submit($this->texts->get('differs.release.preview'), 'preview-release', 'btn-primary')
        );
    }

    private function preview(Difference $difference, ServiceRecord $keeper, ServiceRecord $other): string
    {
        $values = self::values($difference, $keeper, $other);
        $back = Html::submit($this->texts->get('differs.cancel'), 'back');
        try {
            $falls = $this->app->releaseOrder()->check($other, $keeper, $difference->orderId);
        } catch (CommandFailed $failure) {
            return Html::warning($this->texts->ofFailure($failure)) . $this->address->post($back);
        }
        return Html::paragraph($this->texts->get('differs.release.will', $values))
            . ($falls === null
                ? Html::warning($this->texts->get('differs.release.none', $values))
                : Html::paragraph($this->texts->get('differs.release.other', ['order' => $falls] + $values)))
            . $this->address->post(
                Html::hidden('keep', (string) $keeper->id) . Html::hidden('order', $difference->orderId)
                . Html::submit($this->texts->get('differs.release', $values), 'release', 'btn-primary') . ' ' . $back
            );
    }

    /** @return array{ServiceRecord, ServiceRecord}|null who keeps it and who does not; null where none of the two was chosen */
    private function pair(Difference $difference, int $keeperId): ?array
    {
        [$one, $two] = self::services($difference);
        $otherId = [$one => $two, $two => $one][$keeperId] ?? 0;
        $keeper = $this->app->services()->find($keeperId);
        $other = $this->app->services()->find($otherId);
        return $keeper === null || $other === null ? null : [$keeper, $other];
    }

    /** @return array{int, int} */
    private static function services(Difference $difference): array
    {
        return [$difference->serviceId, Form::whole($difference->account)];
    }

    /** @return array<string, string|int> */
    private static function values(Difference $difference, ServiceRecord $keeper, ServiceRecord $other): array
    {
        return ['order' => $difference->orderId, 'keeper' => $keeper->id, 'service' => $other->id];
    }
}
