<?php

/**
 * Keeps a web server from listing this folder.
 */

http_response_code(404);
