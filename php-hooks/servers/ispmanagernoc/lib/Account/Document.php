<?php

/**
 * An XML answer of the account, or an element of one. Only a complete document is ever made; a DOCTYPE is refused.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Account;

use DOMDocument;
use SimpleXMLElement;

final class Document
{
    private function __construct(private readonly SimpleXMLElement $node)
    {
    }

    /** Null when the text is not a complete `<doc>`. */
    public static function parse(string $body): ?self
    {
        if (trim($body) === '' || stripos($body, '<!DOCTYPE') !== false) {
            return null;
        }
        $before = libxml_use_internal_errors(true);
        try {
            $dom = new DOMDocument();
            $isRead = $dom->loadXML($body, LIBXML_NONET | LIBXML_NOCDATA);
            if (!$isRead || libxml_get_errors() !== [] || $dom->doctype !== null || $dom->documentElement?->nodeName !== 'doc') {
                return null;
            }
            $node = simplexml_import_dom($dom);
            return $node instanceof SimpleXMLElement ? new self($node) : null;
        } finally {
            libxml_clear_errors();
            libxml_use_internal_errors($before);
        }
    }

    public function has(string $name): bool
    {
        return isset($this->node->$name);
    }

    /** The text of the first child of that name; empty when there is none. */
    public function text(string $name): string
    {
        return trim((string) ($this->node->$name[0] ?? ''));
    }

    /** The text of the element itself. */
    public function value(): string
    {
        return trim((string) $this->node);
    }

    public function attribute(string $name): string
    {
        return trim((string) ($this->node[$name] ?? ''));
    }

    public function first(string $name): ?self
    {
        return $this->all($name)[0] ?? null;
    }

    /** @return list<self> */
    public function all(string $name): array
    {
        $found = [];
        foreach ($this->node->$name ?? [] as $child) {
            $found[] = new self($child);
        }
        return $found;
    }
}
