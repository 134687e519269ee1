<?php

/**
 * A table for other programs: UTF-8 with its mark, by which spreadsheets know it, and the separator that those of the reader's language
 * expect. What a spreadsheet would take for a formula, wherever it parts the cells, gets an apostrophe before it: names come from the
 * account and from clients.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Whmcs\Response;

final class Csv
{
    private const MARK = "\u{FEFF}";

    private readonly string $separator;

    /**
     * @param string $language `en` or `ru`
     * @param string $name of the file, without its ending
     * @param list<string> $head
     * @param iterable<list<string>> $rows
     */
    public function __construct(
        string $language,
        private readonly string $name,
        private readonly array $head,
        private readonly iterable $rows,
    ) {
        $this->separator = $language === 'ru' ? ';' : ',';
    }

    public function text(): string
    {
        $text = self::MARK . $this->line($this->head);
        foreach ($this->rows as $row) {
            $text .= $this->line($row);
        }
        return $text;
    }

    public function send(): never
    {
        Response::send(200, 'text/csv; charset=utf-8', $this->text(), ['Content-Disposition' => "attachment; filename=\"$this->name.csv\""]);
    }

    /** @param list<string> $cells */
    private function line(array $cells): string
    {
        return implode($this->separator, array_map(self::cell(...), $cells)) . "\r\n";
    }

    private static function cell(string $text): string
    {
        // A negative number is a number.
        $isFormula = preg_match('/^[=+\-@\t\r]/', $text) === 1 && preg_match('/^-\d+(\.\d+)?$/', $text) !== 1;
        $text = ($isFormula ? "'" : '') . (string) preg_replace('/(?<=[;,\t\r\n])\s*(?=[=+\-@])/', "$0'", $text);
        return '"' . str_replace('"', '""', $text) . '"';
    }
}
