<?php

/**
 * Repairs one ticked service after the other, for a bounded time, and tells of each what came of it. What will happen is shown first.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\App;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Texts;

final class Ticked
{
    /** What is not done by then is left for another press: a page must be answered before its server gives up. */
    private const SECONDS = 20.0;

    private readonly string $name;

    public function __construct(
        private readonly App $app,
        private readonly Texts $texts,
        private readonly Address $address,
        private readonly TickedRepair $repair,
    ) {
        $this->name = $repair::name();
    }

    public function isFor(Difference $difference): bool
    {
        return $this->repair::isFor($difference);
    }

    /** @return string HTML */
    public function tick(Difference $difference): string
    {
        return Html::tick("{$this->field()}[]", (string) $difference->id, "#$difference->serviceId", false);
    }

    /** @return string HTML of the button for the preview */
    public function button(string $class = 'btn-default'): string
    {
        return Html::submit($this->texts->get("differs.$this->name.preview"), "preview-$this->name", $class);
    }

    /** @return string|null HTML of what will happen or what came of it; empty where nothing fitting is ticked, null where the form asks for neither */
    public function answer(Form $form): ?string
    {
        return match (true) {
            $form->has("preview-$this->name") => $this->preview($form->numbers($this->field())),
            $form->has($this->name) => $this->run($form->numbers($this->field())),
            default => null,
        };
    }

    public function isPreviewed(Form $form): bool
    {
        return $form->has("preview-$this->name");
    }

    /**
     * @param list<int> $ids
     * @return string empty where none of them is there any more
     */
    private function preview(array $ids): string
    {
        $ticked = $this->ticked($ids);
        if ($ticked === []) {
            return '';
        }
        $differences = array_filter($this->app->differences()->ofServices(array_keys($ticked), $this->repair::kinds()), $this->isFor(...));
        $links = new ServiceLinks(array_keys($ticked));
        $words = new Words($this->texts);
        $row = fn (Difference $difference): array => [
            $links->to($difference->serviceId),
            $words->of($difference),
            $this->repair->will($difference),
        ];
        $head = array_map($this->texts->get(...), ['partner.service', 'differs.what', "differs.$this->name.will"]);
        return Html::paragraph($this->texts->get("differs.$this->name.about"))
            . Html::table($head, array_map($row, array_values($differences)))
            . $this->address->post(
                $this->hidden($ticked)
                . Html::submit($this->texts->get("differs.$this->name"), $this->name, 'btn-primary') . ' '
                . Html::submit($this->texts->get('differs.cancel'), 'back')
            );
    }

    /**
     * @param list<int> $ids
     * @return string empty where none of them is there any more
     */
    public function run(array $ids): string
    {
        $ticked = $this->ticked($ids);
        if ($ticked === []) {
            return '';
        }
        $deadline = $this->app->clock()->elapsed() + self::SECONDS;
        $links = new ServiceLinks(array_keys($ticked));
        $rows = $left = [];
        $done = 0;
        foreach ($ticked as $service => $difference) {
            $attempt = $this->app->clock()->elapsed() < $deadline
                ? Attempt::at("$this->name of differences", $this->texts, fn (): Attempt => $this->repair->repair($difference, $deadline))
                : null;
            if ($attempt === null || $attempt->isLate) {
                $left[] = $difference;
                $rows[] = [$links->to($service), $this->texts->get('differs.left')];
                continue;
            }
            $done += $attempt->isDone ? 1 : 0;
            $rows[] = [$links->to($service), $attempt->text];
        }
        $counted = ['done' => $done, 'failed' => count($rows) - $done - count($left), 'left' => count($left)];
        $told = $this->texts->get('differs.outcome', $counted);
        return ($done === count($rows) ? Html::success($told) : Html::warning($told))
            . Html::table([$this->texts->get('partner.service'), $this->texts->get('partner.what')], $rows)
            . ($left === [] ? '' : $this->address->post(
                $this->hidden($left) . Html::submit($this->texts->get('sale.again'), $this->name, 'btn-primary')
            ));
    }

    /**
     * @param list<int> $ids
     * @return array<int, Difference> by services, one of each
     */
    private function ticked(array $ids): array
    {
        $ticked = [];
        foreach (array_filter($this->app->differences()->findAll($ids), $this->isFor(...)) as $difference) {
            $ticked[$difference->serviceId] ??= $difference;
        }
        return $ticked;
    }

    /** @param array<Difference> $differences */
    private function hidden(array $differences): string
    {
        $field = fn (Difference $difference): string => Html::hidden("{$this->field()}[]", (string) $difference->id);
        return implode('', array_map($field, $differences));
    }

    private function field(): string
    {
        return "of-$this->name";
    }
}
