<?php

/**
 * The built front end in assets/: file names, sizes and hashes from its manifest, and their addresses. Without it the pages stay native, and so
 * they do where a file is cut off or of another version. A page looks at sizes alone, which costs it nothing; the hashes are looked at by the
 * browser, which refuses what was changed on its way, and by Health.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\Contract;

final class Assets
{
    private const PARTS = ['script', 'wasm', 'style'];

    /** @var array<string, array{file: string, bytes: int, integrity: string}> by their part; empty where the front end cannot be used */
    private readonly array $files;

    /**
     * @param string $directory where the files are
     * @param string $url the web path of that directory, without a slash at its end
     */
    public function __construct(private readonly string $directory, private readonly string $url)
    {
        $this->files = $this->usable();
    }

    public function available(): bool
    {
        return $this->files !== [];
    }

    /** @return list<string> names of files whose content is not the manifest's; it reads them all */
    public function damaged(): array
    {
        $isOther = fn (array $file): bool => $file['integrity']
            !== 'sha384-' . base64_encode((string) hash_file('sha384', "$this->directory/{$file['file']}", true));
        return array_values(array_column(array_filter($this->files, $isOther), 'file'));
    }

    /** The address of a part; empty when the front end is not built in. */
    public function url(string $part): string
    {
        return isset($this->files[$part]) ? $this->url . '/' . $this->files[$part]['file'] : '';
    }

    /** By which the browser tells whether what it was sent is what was built; empty when the front end is not built in. */
    public function integrity(string $part): string
    {
        return $this->files[$part]['integrity'] ?? '';
    }

    public function styleLink(): string
    {
        return $this->tag('<link rel="stylesheet" href="%s" integrity="%s" crossorigin>', 'style');
    }

    /** The classic script that starts the panel wherever a mount node stands. Printing it twice does no harm. */
    public function scriptTag(): string
    {
        return $this->tag('<script src="%s" integrity="%s" crossorigin></script>', 'script');
    }

    private function tag(string $format, string $part): string
    {
        return $this->available() ? sprintf($format, Html::escape($this->url($part)), Html::escape($this->integrity($part))) : '';
    }

    /** @return array<string, array{file: string, bytes: int, integrity: string}> what the manifest names, where it is all there */
    private function usable(): array
    {
        $manifest = $this->manifest();
        if (($manifest['version'] ?? null) !== Contract::get('version')) {
            return [];
        }
        $files = [];
        foreach (self::PARTS as $part) {
            $file = is_array($manifest[$part] ?? null) ? $manifest[$part] : [];
            [$name, $bytes, $integrity] = [$file['file'] ?? null, $file['bytes'] ?? null, $file['integrity'] ?? null];
            $isName = is_string($name) && preg_match('/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/', $name) === 1;
            if (!$isName || !is_int($bytes) || !is_string($integrity) || !$this->hasSize($name, $bytes)) {
                return [];
            }
            $files[$part] = ['file' => $name, 'bytes' => $bytes, 'integrity' => $integrity];
        }
        return $files;
    }

    private function hasSize(string $name, int $bytes): bool
    {
        return is_file("$this->directory/$name") && filesize("$this->directory/$name") === $bytes;
    }

    /** @return array<array-key, mixed> */
    private function manifest(): array
    {
        $file = "$this->directory/manifest.json";
        $manifest = is_readable($file) ? json_decode((string) file_get_contents($file), true) : null;
        return is_array($manifest) ? $manifest : [];
    }
}
