<?php

/**
 * A long list in pages: which one the address asks for, and the way to the others.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Texts;

final class Paging
{
    private readonly int $pages;
    private readonly int $page;

    public function __construct(
        private readonly Texts $texts,
        private readonly Address $address,
        private readonly int $perPage,
        private readonly int $rows,
    ) {
        $this->pages = max(1, (int) ceil($rows / $perPage));
        // A list may have become shorter since the link was made.
        $this->page = min($this->pages, max(1, $address->number('p')));
    }

    public function skipped(): int
    {
        return ($this->page - 1) * $this->perPage;
    }

    public function html(): string
    {
        $told = $this->texts->get('partner.page', ['page' => $this->page, 'pages' => $this->pages, 'count' => $this->rows]);
        $link = fn (int $page, string $key): string => $page < 1 || $page > $this->pages
            ? ''
            : Html::link($this->address->with(['p' => $page]), $this->texts->get($key))->html;
        return '<p class="ispnoc-bar">' . Html::escape($told) . ' ' . $link($this->page - 1, 'partner.previous') . ' '
            . $link($this->page + 1, 'partner.next') . '</p>';
    }
}
