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

final class HomeWidget extends AbstractWidget
{
    protected $columns = 1;
    protected $weight = 150;
    protected $cache = true;
    protected $cacheExpiry = 300;

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
        $this->title = $title;
    }

    /** WHMCS's scripts take it for a part of a name, which that of a class in a namespace is not. */
    public function getId()
    {
        return 'IspmanagerNoc';
    }

    public function getData()
    {
        try {
            return ($this->read)();
        } catch (Throwable $failure) {
            return ['reference' => Reports::failure('dashboard', $failure)];
        }
    }

    public function generateOutput($data)
    {
        try {
            return isset($data['reference']) ? ($this->failed)($data['reference']) : ($this->show)($data);
        } catch (Throwable $failure) {
            return ($this->failed)(Reports::failure('dashboard', $failure));
        }
    }
}
