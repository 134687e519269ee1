<?php

/**
 * The addon's page in WHMCS, which is also where staff's panels post their messages.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Exported;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\PartnerPage;
use IspmanagerNoc\Relay\Audience;
use IspmanagerNoc\Relay\Relay;
use IspmanagerNoc\Relay\Request;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Staff;
use IspmanagerNoc\Whmcs\Token;

final class Output
{
    /** @param array<string, mixed> $vars */
    public function run(array $vars): string
    {
        if (Request::holdsMessage()) {
            Relay::inWhmcs()->answer(Audience::Staff, Request::received())->send();
        }
        $address = Address::received();
        if ($address->text('export') === 'csv') {
            $content = $address->tab()->content(App::get(), Texts::current(), $address);
            $content instanceof Exported ? $content->csv()?->send() : null;
        }
        $page = new PartnerPage(App::get(), Texts::current(), $address, Access::mayManage(Staff::current()));
        $request = Request::received();
        if ($request->method !== 'POST') {
            return $page->html(null);
        }
        // Whatever a form does must not be caused by a form of another site.
        $isOurs = $request->isFromThisSite() && Token::matches($request->token, Token::STAFF);
        $form = Form::received();
        return match (true) {
            !$isOurs => Html::warning(Texts::current()->get('relay.token')) . $page->html(null),
            $form->isCutOff() => Html::warning(Texts::current()->get('partner.cut-off', ['limit' => (string) ini_get('max_input_vars')])) . $page->html(null),
            default => $page->html($form),
        };
    }
}
