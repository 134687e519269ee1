<?php

/**
 * A table for other programs: UTF-8 with its mark, by which spreadsheets know it, and commas. What a spreadsheet would take for a formula
 * gets an apostrophe before it: names come from the account and from clients.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page\Partner;

use IspmanagerNoc\Whmcs\Response;

final class Csv
{
    private const MARK = "\u{FEFF}";

    /**
     * @param string $name of the file, without its ending
     * @param list<string> $head
     * @param iterable<list<string>> $rows
     */
    public function __construct(private readonly string $name, private readonly array $head, private readonly iterable $rows)
    {
    }

    public function text(): string
    {
        $text = self::MARK . self::line($this->head);
        foreach ($this->rows as $row) {
            $text .= self::line($row);
        }
        return $text;
    }

    public function send(): never
    {
        Response::send(200, 'text/csv; charset=utf-8', $this->text(), ['Content-Disposition' => "attachment; filename=\"$this->name.csv\""]);
    }

    /** @param list<string> $cells */
    private static function line(array $cells): string
    {
        return implode(',', array_map(self::cell(...), $cells)) . "\r\n";
    }

    private static function cell(string $text): string
    {
        // A negative number is a number.
        $isFormula = preg_match('/^[=+\-@\t\r]/', $text) === 1 && preg_match('/^-\d+(\.\d+)?$/', $text) !== 1;
        return '"' . str_replace('"', '""', ($isFormula ? "'" : '') . $text) . '"';
    }
}
