<?php

/**
 * Configurable Options: nothing to set here.
 */

?>
<p class="hint">No configurable option groups exist.</p>
