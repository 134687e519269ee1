<?php

/**
 * Carries one request to the account. It never throws and never repeats: what came of it stands in the reply.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

interface Transport
{
    public function post(Request $request): Reply;
}
