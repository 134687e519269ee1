<?php

/**
 * English texts of the sample addon.
 */

$_ADDONLANG['word'] = 'world';
