<?php

/**
 * What staff can do about one difference: what will happen is shown first, and nothing happens before a button is pressed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner\Differences;

use IspmanagerNoc\Difference\Difference;
use IspmanagerNoc\Page\Partner\Form;

interface Repair
{
    /** @return string HTML of what was done and what was not; empty where the form only asks */
    public function done(Difference $difference, Form $form): string;

    /** @return string HTML of what can be done and what will happen then. Without a form nobody is asked */
    public function question(Difference $difference, ?Form $form): string;
}
