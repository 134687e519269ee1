<?php

/**
 * Upgrades: nothing to set here.
 */

?>
<p class="hint">This stand-in does not model upgrades of products.</p>
