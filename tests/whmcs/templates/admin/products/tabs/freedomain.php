<?php

/**
 * Free Domain: nothing to set here.
 */

?>
<p class="hint">This stand-in does not model domains.</p>
