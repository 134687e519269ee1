<?php

/**
 * What a form of the addon's page has sent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Page\Html;
use IspmanagerNoc\Whmcs\Encoded;

final class Form
{
    /** The last field of every form: PHP takes no more fields than it is set to, and drops the rest without a word. */
    public const END = 'end';
    /** The buttons of those who may only look. */
    private const ASKING = ['ask', 'refresh'];

    /** @param array<array-key, mixed> $values as PHP gives them */
    public function __construct(private readonly array $values)
    {
    }

    public static function received(): self
    {
        return new self($_POST);
    }

    /** Whether it does nothing but have the account asked. */
    public function onlyAsks(): bool
    {
        return array_diff(array_keys($this->values), [...self::ASKING, self::END, 'token']) === [];
    }

    public function isCutOff(): bool
    {
        return !$this->has(self::END);
    }

    /** 0 for what is no whole number. */
    public static function whole(string $text): int
    {
        return preg_match('/^\d{1,9}$/', $text) === 1 ? (int) $text : 0;
    }

    public function has(string $name): bool
    {
        return isset($this->values[$name]);
    }

    public function text(string $name): string
    {
        return self::plain($this->values[$name] ?? '');
    }

    /** @return array<array-key, string> what a group of fields has sent, such as `rate[3]` */
    public function texts(string $name): array
    {
        $values = $this->values[$name] ?? [];
        return is_array($values) ? array_map(self::plain(...), $values) : [];
    }

    /** @return list<int> those above zero */
    public function numbers(string $name): array
    {
        return array_values(array_filter(array_map(self::whole(...), $this->texts($name))));
    }

    public function number(string $name): int
    {
        return self::whole($this->text($name));
    }

    /**
     * What was sent, in hidden fields, so that the next form sends it again.
     *
     * @param list<string> $names
     * @param list<string> $groups such as `rate` of `rate[3]`
     */
    public function kept(array $names, array $groups): string
    {
        $html = implode('', array_map(fn (string $name): string => Html::hidden($name, $this->text($name)), $names));
        foreach ($groups as $group) {
            foreach ($this->texts($group) as $key => $value) {
                $html .= Html::hidden("{$group}[$key]", $value);
            }
        }
        return $html;
    }

    private static function plain(mixed $value): string
    {
        return is_scalar($value) ? trim(Encoded::decode((string) $value)) : '';
    }
}
