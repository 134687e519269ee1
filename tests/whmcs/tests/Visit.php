<?php

/**
 * A visitor without scripts: keeps cookies, follows redirects, fills forms by their ids.
 */

declare(strict_types=1);

namespace Standin\Tests;

final class Visit
{
    private \CurlHandle $curl;
    private \DOMXPath $page;
    private string $address = '';
    public string $body = '';

    public function __construct(private readonly string $base)
    {
        $this->curl = curl_init();
        curl_setopt_array($this->curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FOLLOWLOCATION => true, CURLOPT_COOKIEFILE => '']);
    }

    public function get(string $path): self
    {
        return $this->send($path, [CURLOPT_HTTPGET => true]);
    }

    /** @param array<string, mixed> $fields */
    public function post(string $path, array $fields): self
    {
        return $this->send($path, [CURLOPT_POST => true, CURLOPT_POSTFIELDS => http_build_query($fields)]);
    }

    /**
     * Submits a form of the page with what it holds, changed by these values; null leaves a field out.
     *
     * @param array<string, string|null> $changes by field name
     */
    public function submit(string $formId, array $changes = []): self
    {
        $form = $this->page->query("//form[@id='$formId']")->item(0)
            ?? throw new \LogicException("No form $formId on $this->address\n" . substr(strip_tags($this->body), 0, 800));
        $pairs = [];
        foreach ($this->page->query(".//input[@name]|.//select[@name]|.//textarea[@name]", $form) as $field) {
            $value = $this->valueOf($field);
            if ($value !== null) {
                $pairs[] = [$field->getAttribute('name'), $value];
            }
        }
        $pairs = array_filter($pairs, static fn (array $pair) => !array_key_exists($pair[0], $changes));
        foreach ($changes as $name => $value) {
            if ($value !== null) {
                $pairs[] = [$name, $value];
            }
        }
        $query = implode('&', array_map(static fn (array $pair) => rawurlencode($pair[0]) . '=' . rawurlencode($pair[1]), $pairs));
        return $this->send($form->getAttribute('action'), [CURLOPT_POST => true, CURLOPT_POSTFIELDS => $query]);
    }

    public function text(string $xpath): string
    {
        return trim($this->page->query($xpath)->item(0)?->textContent ?? '');
    }

    public function count(string $xpath): int
    {
        return $this->page->query($xpath)->length;
    }

    public function attribute(string $xpath, string $name): string
    {
        return $this->page->query($xpath)->item(0)?->getAttribute($name) ?? '';
    }

    public function token(): string
    {
        preg_match('/csrfToken = ["\'](\w+)/', $this->body, $found);
        return $found[1] ?? '';
    }

    public function status(): int
    {
        return curl_getinfo($this->curl, CURLINFO_HTTP_CODE);
    }

    private function send(string $path, array $options): self
    {
        $target = str_starts_with($path, '/') ? $path : preg_replace('#[^/]*$#', '', (string) parse_url($this->address, PHP_URL_PATH)) . $path;
        curl_setopt_array($this->curl, $options + [CURLOPT_URL => $this->base . $target]);
        $this->body = (string) curl_exec($this->curl);
        $this->address = curl_getinfo($this->curl, CURLINFO_EFFECTIVE_URL);
        $document = new \DOMDocument();
        @$document->loadHTML('<?xml encoding="utf-8">' . ($this->body ?: '<p></p>'));
        $this->page = new \DOMXPath($document);
        if ($this->status() >= 500) {
            throw new \RuntimeException("$target answered {$this->status()}\n" . html_entity_decode(strip_tags($this->body)));
        }
        return $this;
    }

    private function valueOf(\DOMElement $field): ?string
    {
        if (in_array($field->getAttribute('type'), ['checkbox', 'radio'], true)) {
            return $field->hasAttribute('checked') ? ($field->getAttribute('value') ?: 'on') : null;
        }
        if ($field->tagName === 'select') {
            $chosen = $this->page->query('.//option[@selected]', $field)->item(0) ?? $this->page->query('.//option', $field)->item(0);
            return $field->hasAttribute('multiple') ? null : ($chosen?->getAttribute('value') ?? '');
        }
        return $field->tagName === 'textarea' ? $field->textContent : $field->getAttribute('value');
    }
}
