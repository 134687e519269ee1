<?php

/**
 * A box on WHMCS's home page for staff. WHMCS keeps what it shows for a while, so the page does not wait for it each time; a failure inside
 * must not take the page with it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Closure;
use Throwable;
use WHMCS\Module\AbstractWidget;

defined('WHMCS') || exit;

final class HomeWidget extends AbstractWidget
{
    /**
     * @param Closure(): array<string, mixed> $read plain values
     * @param Closure(array<string, mixed>): string $show HTML of them
     * @param Closure(string): string $failed HTML for a failure with that reference
     */
    public function __construct(
        string $title,
        private readonly Closure $read,
        private readonly Closure $show,
        private readonly Closure $failed,
    ) {
        // Not declared anew: a version of WHMCS may have given them types.
        $this->title = $title;
        $this->columns = 1;
        $this->weight = 150;
        $this->cache = true;
        $this->cacheExpiry = 300;
    }

    /** WHMCS's scripts take it for a part of a name, which that of a class in a namespace is not. */
    public function getId(): string
    {
        return 'IspmanagerNoc';
    }

    public function getData(): array
    {
        try {
            return ($this->read)();
        } catch (Throwable $failure) {
            return ['reference' => Reports::failure('dashboard', $failure)];
        }
    }

    public function generateOutput($data): string
    {
        try {
            return isset($data['reference']) ? ($this->failed)($data['reference']) : ($this->show)($data);
        } catch (Throwable $failure) {
            return ($this->failed)(Reports::failure('dashboard', $failure));
        }
    }
}
