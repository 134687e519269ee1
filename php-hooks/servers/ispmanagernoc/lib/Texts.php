<?php

/**
 * Texts for people in one language, by key, with named values put in.
 */

declare(strict_types=1);

namespace IspmanagerNoc;

use IspmanagerNoc\Exception\CommandFailed;
use IspmanagerNoc\Whmcs\Language;

final class Texts
{
    private const FILES = ['en' => 'english', 'ru' => 'russian'];

    /** @param array<string, string> $texts */
    private function __construct(public readonly string $language, private readonly array $texts)
    {
    }

    /** @param string $language `en` or `ru`; any other is answered in English */
    public static function in(string $language): self
    {
        static $loaded = [];
        $language = isset(self::FILES[$language]) ? $language : 'en';
        return $loaded[$language] ??= new self($language, require dirname(__DIR__) . '/lang/' . self::FILES[$language] . '.php');
    }

    /** In the language of whoever looks at the page. */
    public static function current(): self
    {
        return self::in(Language::current());
    }

    /**
     * @param array<string, string|int> $values for the {placeholders} of the text; a billing cycle is told in the reader's words, where
     *     WHMCS's own name of it is known
     */
    public function get(string $key, array $values = []): string
    {
        if (isset($values['cycle'])) {
            $values['cycle'] = $this->texts["cycle.{$values['cycle']}"] ?? $values['cycle'];
        }
        $replace = [];
        foreach ($values as $name => $value) {
            $replace['{' . $name . '}'] = (string) $value;
        }
        return strtr($this->texts[$key] ?? $key, $replace);
    }

    public function ofFailure(CommandFailed $failure): string
    {
        return $this->get($failure->textKey, $failure->values);
    }
}
