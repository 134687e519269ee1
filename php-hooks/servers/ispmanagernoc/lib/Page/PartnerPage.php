<?php

/**
 * The addon's page: its tabs, and what stands on the chosen one.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\Partner\Address;
use IspmanagerNoc\Page\Partner\Form;
use IspmanagerNoc\Page\Partner\Tab;
use IspmanagerNoc\Texts;

final class PartnerPage
{
    /** @param bool $mayManage whether this member of staff may change anything here */
    public function __construct(
        private readonly App $app,
        private readonly Texts $texts,
        private readonly Address $address,
        private readonly bool $mayManage,
    ) {
    }

    /** @param Form|null $form what staff have sent from a page of this session; null when they only look */
    public function html(?Form $form): string
    {
        $tab = $this->address->tab();
        $isAllowed = $this->mayManage || !$tab->isForManagers() && ($form === null || $form->onlyAsks());
        $content = $isAllowed
            ? $tab->content($this->app, $this->texts, $this->mayManage ? $this->address : $this->address->forReader())->html($form)
            : Html::warning($this->texts->get('relay.read-only'));
        return Panel::assets()->styleLink() . $this->tabs() . "<div class=\"ispnoc ispnoc-partner\">$content</div>";
    }

    private function tabs(): string
    {
        $tabs = '';
        foreach (Tab::cases() as $tab) {
            if ($this->mayManage || !$tab->isForManagers()) {
                [$class, $current] = $tab === $this->address->tab() ? [' class="active"', ' aria-current="page"'] : ['', ''];
                $address = Html::escape((new Address([]))->with(['page' => $tab->value]));
                $name = Html::escape($this->texts->get("partner.tab.$tab->value"));
                $tabs .= "<li$class><a href=\"$address\"$current>$name</a></li>";
            }
        }
        $label = Html::escape($this->texts->get('partner.tabs'));
        return "<nav aria-label=\"$label\"><ul class=\"nav nav-tabs admin-tabs\">$tabs</ul></nav>";
    }
}
