<?php

/**
 * Follows links and presses buttons of the addon's page as a browser does without scripts: what the form holds is what is sent.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Addon;

use DOMDocument;
use DOMElement;
use DOMXPath;

trait PressesForms
{
    /** @return string the page to which the link with this text leads; the first one of several */
    private function follow(string $html, string $text): string
    {
        foreach ($this->elements($html, '//a') as $link) {
            if (trim($link->textContent) === $text) {
                return $this->request($link->getAttribute('href'), null);
            }
        }
        self::fail("No link says $text");
    }

    /**
     * @param string $button its name
     * @param array<string, string|list<string>> $values typed, chosen or ticked before; each needs its control
     */
    private function press(string $html, string $button, array $values = []): string
    {
        $form = $this->elements($html, "//form[.//button[@name='$button']]")[0] ?? self::fail("No form has the button $button");
        $sent = [];
        foreach ($this->elements($html, './/input|.//select', $form) as $control) {
            $name = $control->getAttribute('name');
            if ($control->tagName === 'select') {
                $option = $this->elements($html, './/option[@selected]', $control)[0] ?? $this->elements($html, './/option', $control)[0];
                $sent[$name] = $option->getAttribute('value');
            } elseif (!in_array($control->getAttribute('type'), ['checkbox', 'radio'], true) || $control->hasAttribute('checked')) {
                str_ends_with($name, '[]') ? $sent[substr($name, 0, -2)][] = $control->getAttribute('value') : $sent[$name] = $control->getAttribute('value');
            }
        }
        foreach ($values as $name => $value) {
            foreach ((array) $value as $one) {
                self::assertTrue($this->offers($html, $form, is_array($value) ? "{$name}[]" : $name, $one), "$name cannot be $one");
            }
        }
        return $this->request($form->getAttribute('action'), $values + $sent + [$button => '1']);
    }

    /**
     * What somebody sends who makes the request by hand.
     *
     * @param array<string, mixed>|null $post null to look
     */
    private function request(string $address, ?array $post): string
    {
        parse_str((string) parse_url($address, PHP_URL_QUERY), $_GET);
        return $post === null ? $this->page() : $this->submit([], $post);
    }

    private function offers(string $html, DOMElement $form, string $name, string $value): bool
    {
        foreach ($this->elements($html, ".//*[@name='$name']", $form) as $control) {
            $isOffered = match ($control->getAttribute('type')) {
                'checkbox', 'radio' => $control->getAttribute('value') === $value,
                '' => $this->elements($html, ".//option[@value='$value']", $control) !== [],
                default => true,
            };
            if ($isOffered) {
                return true;
            }
        }
        return false;
    }

    /** @return list<DOMElement> */
    private function elements(string $html, string $path, ?DOMElement $in = null): array
    {
        $document = $in?->ownerDocument;
        if ($document === null) {
            $document = new DOMDocument();
            $document->loadHTML("<?xml encoding=\"UTF-8\"><body>$html</body>", LIBXML_NOERROR);
        }
        return array_values(iterator_to_array((new DOMXPath($document))->query($path, $in) ?: []));
    }
}
