<?php

/**
 * An order that fits a service and is not linked to it: both are shown side by side, and a person says whether they belong together.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\App;
use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Texts;

defined('WHMCS') || exit;

final class OrderNotLinked implements Repair
{
    private readonly Linking $linking;

    public function __construct(private readonly App $app, private readonly Texts $texts, private readonly Address $address)
    {
        $this->linking = new Linking($app, $texts);
    }

    public function done(Difference $difference, Form $form): string
    {
        if (!$form->has('link')) {
            return '';
        }
        $service = $this->app->services()->find($difference->serviceId);
        return $service === null || $form->text('order') !== $difference->orderId
            ? Html::warning($this->texts->get('differs.gone'))
            : $this->linking->done($service, $difference->orderId);
    }

    public function question(Difference $difference, ?Form $form): string
    {
        $service = $this->app->services()->find($difference->serviceId);
        if ($service === null) {
            return Html::warning($this->texts->get('relay.not-found'));
        }
        return Html::paragraph($this->texts->get('differs.adopt.about')) . ($form?->has('preview-link')
            ? $this->linking->preview($service, $difference->orderId, $this->address)
            : $this->address->post(Html::submit($this->texts->get('differs.link.preview'), 'preview-link', 'btn-primary')));
    }
}
