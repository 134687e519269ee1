<?php

/**
 * What the address of the addon's page asks for. Every link and form of the page is made from it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\App;
use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Whmcs\Addon;
use IspmanagerNoc\Whmcs\Encoded;
use IspmanagerNoc\Whmcs\ServerRecord;
use IspmanagerNoc\Whmcs\Token;

final class Address
{
    /**
     * @param array<array-key, string> $values
     * @param bool $mayManage whether forms that change something are offered
     */
    public function __construct(private readonly array $values, public readonly bool $mayManage = true)
    {
    }

    public static function received(): self
    {
        $decoded = static fn (mixed $value): string => Encoded::decode((string) $value);
        return new self(array_map($decoded, array_filter($_GET, is_scalar(...))));
    }

    public function forReader(): self
    {
        return new self($this->values, false);
    }

    public function tab(): Tab
    {
        return Tab::tryFrom($this->text('page')) ?? Tab::PriceList;
    }

    /** The chosen server record; the default one where there is no such record. */
    public function server(App $app): ?ServerRecord
    {
        return $app->servers()->find($this->number('server')) ?? $app->servers()->all()[0] ?? null;
    }

    public function text(string $name): string
    {
        return trim($this->values[$name] ?? '');
    }

    /** 0 for what is no number. */
    public function number(string $name): int
    {
        return Form::whole($this->text($name));
    }

    /** @return string|null a date as Y-m-d */
    public function date(string $name): ?string
    {
        $isDate = preg_match('/^(\d{4})-(\d{2})-(\d{2})$/', $this->text($name), $part) === 1
            && checkdate((int) $part[2], (int) $part[3], (int) $part[1]);
        return $isDate ? $this->text($name) : null;
    }

    /**
     * The same page with other values.
     *
     * @param array<string, string|int> $values an empty one is left out
     */
    public function with(array $values): string
    {
        $values = array_filter(
            array_map(strval(...), $values) + array_diff_key($this->values, ['module' => '', 'export' => '']),
            static fn (string $value): bool => $value !== ''
        );
        return Addon::PAGE . ($values === [] ? '' : '&' . http_build_query($values));
    }

    /** The same page without what these names say. */
    public function without(string ...$names): self
    {
        return new self(array_diff_key($this->values, array_flip($names)), $this->mayManage);
    }

    /**
     * A form that asks for another view of the same tab.
     *
     * @param string $controls HTML
     */
    public function form(string $controls): string
    {
        return '<form method="get" action="addonmodules.php" class="ispnoc-bar">'
            . Html::hidden('module', Addon::NAME)
            . Html::hidden('page', $this->tab()->value)
            . "$controls</form>";
    }

    /**
     * A form that changes something, on the same page; nothing for those who may only look.
     *
     * @param string $controls HTML
     * @param array<string, string|int> $values in place of the address's own; see with()
     */
    public function post(string $controls, array $values = []): string
    {
        return $this->mayManage ? $this->ask($controls, $values) : '';
    }

    /**
     * A form that does nothing but have the account asked, on the same page.
     *
     * @param string $controls HTML
     * @param array<string, string|int> $values in place of the address's own; see with()
     */
    public function ask(string $controls, array $values = []): string
    {
        $address = Html::escape($this->with($values));
        return "<form method=\"post\" action=\"$address\">" . Token::input() . $controls . Html::hidden(Form::END, '1') . '</form>';
    }
}
