<?php

/**
 * Which of the roles that may use the addon may only look.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Partner\Access;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Addon;
use IspmanagerNoc\Whmcs\Reports;
use IspmanagerNoc\Whmcs\Staff;

final class RolesTab implements Content
{
    public function __construct(private readonly Texts $texts, private readonly Address $address)
    {
    }

    public function html(?Form $form): string
    {
        $staff = Staff::current();
        $saved = $staff !== null && $form?->has('save') ? $this->save($form, $staff) : '';
        $readers = Access::readers();
        $rows = '';
        foreach (Addon::roles() as $id => $name) {
            $rows .= '<li>' . Html::tick('reader[]', (string) $id, $name, in_array($id, $readers, true), $id === $staff?->roleId) . '</li>';
        }
        return $saved . Html::paragraph($this->texts->get('roles.about')) . $this->address->post(
            "<ul class=\"ispnoc-ticks\">$rows</ul>" . Html::submit($this->texts->get('roles.save'), 'save', 'btn-primary')
        );
    }

    private function save(Form $form, Staff $staff): string
    {
        $roles = Addon::roles();
        // One that has lost its access for a while comes back as it went.
        $kept = array_diff(Access::readers(), array_keys($roles));
        Access::setReaders([...array_intersect($form->numbers('reader'), array_keys($roles)), ...$kept], $staff);
        $names = array_intersect_key($roles, array_flip(Access::readers()));
        Reports::note($this->texts->get('roles.note', ['roles' => $names === [] ? '–' : implode(', ', $names)]));
        return Html::success($this->texts->get('roles.saved'));
    }
}
