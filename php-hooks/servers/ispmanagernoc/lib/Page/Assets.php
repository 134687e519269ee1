<?php

/**
 * The built front end in assets/: file names from its manifest, and their addresses. Without it the pages stay native.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

final class Assets
{
    /** @var array<string, string> file names by their part: script, wasm, style */
    private readonly array $files;

    /**
     * @param string $directory where the files are
     * @param string $url the web path of that directory, without a slash at its end
     */
    public function __construct(string $directory, private readonly string $url)
    {
        $this->files = self::manifest($directory . '/manifest.json');
    }

    public function available(): bool
    {
        return $this->files !== [];
    }

    /** The address of a part; empty when the front end is not built in. */
    public function url(string $part): string
    {
        return isset($this->files[$part]) ? $this->url . '/' . $this->files[$part] : '';
    }

    public function styleLink(): string
    {
        return $this->available() ? sprintf('<link rel="stylesheet" href="%s">', Html::escape($this->url('style'))) : '';
    }

    /** Lets the browser fetch the largest part while it reads on. */
    public function preloadLink(): string
    {
        $link = '<link rel="preload" as="fetch" crossorigin href="%s">';
        return $this->available() ? sprintf($link, Html::escape($this->url('wasm'))) : '';
    }

    /** The classic script that starts the panel wherever a mount node stands. Printing it twice does no harm. */
    public function scriptTag(): string
    {
        return $this->available() ? sprintf('<script src="%s"></script>', Html::escape($this->url('script'))) : '';
    }

    /** @return array<string, string> */
    private static function manifest(string $file): array
    {
        $names = is_readable($file) ? json_decode((string) file_get_contents($file), true) : null;
        $parts = [];
        foreach (['script', 'wasm', 'style'] as $part) {
            $name = is_array($names) ? ($names[$part] ?? null) : null;
            if (!is_string($name) || preg_match('/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/', $name) !== 1) {
                return [];
            }
            $parts[$part] = $name;
        }
        return $parts;
    }
}
