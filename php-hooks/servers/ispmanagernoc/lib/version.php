<?php

/**
 * Of which version the classes of this folder are, as `cargo xtask build` writes it. start.php compares it with that of the files around.
 */

return '0.1.0';
