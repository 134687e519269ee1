<?php

/**
 * Takes secrets out of what is logged or shown: by their keys in forms, queries, XML and JSON, and by value wherever they stand.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use SensitiveParameter;

final class Mask
{
    private const KEYS = ['authinfo', 'password', 'auth', 'key', 'bitninja_password', 'bitninjakey', 'lickey', 'tparams'];
    private const MASKED = '***';

    /** @param list<string> $secrets */
    public function __construct(#[SensitiveParameter] private readonly array $secrets)
    {
    }

    /**
     * @param array<string, string> $form
     * @return array<string, string>
     */
    public function form(array $form): array
    {
        foreach ($form as $key => $value) {
            $form[$key] = in_array(strtolower($key), self::KEYS, true) ? self::MASKED : $this->value($value);
        }
        return $form;
    }

    /** An answer of the account, complete or cut off anywhere. */
    public function answer(string $body): string
    {
        $keys = implode('|', self::KEYS);
        $string = '"(?:[^"\\\\]|\\\\.)*(?:"|\z)';
        $braces = "(?<braces>[{[](?:[^][{}\"]|$string|(?&braces))*+(?:[]}]|\\z))";
        $patterns = [
            "~<($keys)(?:\\s[^>]*)?(?<!/)>.*?(?:</\\1\\s*>|\\z)~is" => '<$1>' . self::MASKED . '</$1>',
            "~<($keys)\\s[^>]*(?:>|\\z)~is" => '<$1 ' . self::MASKED . '>',
            "~\"($keys)\"\\s*:\\s*(?:$string|$braces)~is" => '"$1":"' . self::MASKED . '"',
            "~\\b($keys)=[^&\\s\"'<]+~i" => '$1=' . self::MASKED,
            // Select lists of forms name their options by an attribute `key`, which is short.
            '~\b(authinfo|password|auth|bitninja_password|bitninjakey|lickey)="[^"]*(?:"|\z)~i' => '$1="' . self::MASKED . '"',
            '~\bkey="[^"]{16,}(?:"|\z)~i' => 'key="' . self::MASKED . '"',
        ];
        return $this->value(preg_replace(array_keys($patterns), array_values($patterns), $body) ?? self::MASKED);
    }

    /** A text that should hold no secret at all. */
    public function value(string $text): string
    {
        return str_replace($this->forms(), self::MASKED, $text);
    }

    /** @return list<string> every form in which a secret may appear, the longest first */
    public function forms(): array
    {
        $forms = [];
        foreach ($this->secrets as $secret) {
            if ($secret === '') {
                continue;
            }
            $json = json_encode($secret, JSON_INVALID_UTF8_SUBSTITUTE);
            $html = htmlspecialchars($secret, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
            array_push(
                $forms,
                $secret,
                urlencode($secret),
                rawurlencode($secret),
                $html,
                htmlspecialchars($secret, ENT_NOQUOTES | ENT_SUBSTITUTE, 'UTF-8'),
                str_replace('&#039;', '&apos;', $html),
                trim((string) $json, '"'),
                trim((string) json_encode($secret, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), '"'),
            );
        }
        $forms = array_values(array_unique($forms));
        usort($forms, static fn (string $one, string $other): int => strlen($other) <=> strlen($one));
        return $forms;
    }
}
