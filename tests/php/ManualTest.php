<?php

/**
 * The table of the manual (docs/manual.md) holds what it says: each row names tests or steps that are there, or the reason why none is needed.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests;

use PHPUnit\Framework\TestCase;
use ReflectionMethod;

final class ManualTest extends TestCase
{
    private const ROOT = __DIR__ . '/../..';
    private const ALONE = 'WHMCS alone: ';
    private const SHORTEST_REASON = 20;

    public function testTheRowsAreNumberedOneAfterTheOther(): void
    {
        $numbers = array_column($this->rows(), 'number');
        self::assertSame(range(1, count($numbers)), array_map(intval(...), $numbers));
    }

    public function testEveryRowIsMadeTrueBySomebody(): void
    {
        foreach ($this->rows() as $row) {
            self::assertNotSame('', $row['statement'], $row['number']);
            self::assertSame([], array_diff($row['by'], ['WHMCS', 'module', 'account']), $row['number']);
        }
    }

    public function testEveryRowHasATestOrTheReasonWhyWhmcsAloneMakesItTrue(): void
    {
        foreach ($this->rows() as $row) {
            if ($row['reason'] === null) {
                self::assertNotSame([], $row['shownBy'], "Row {$row['number']} has neither a test nor a reason");
                continue;
            }
            self::assertSame([['WHMCS'], []], [$row['by'], $row['shownBy']], "Row {$row['number']}: not WHMCS alone");
            self::assertGreaterThan(self::SHORTEST_REASON, mb_strlen($row['reason']), "Row {$row['number']}: that is no reason");
        }
    }

    public function testEveryTestAndEveryStepThatARowNamesIsThere(): void
    {
        $steps = $this->steps();
        foreach ($this->rows() as $row) {
            foreach ($row['shownBy'] as $name) {
                $isThere = str_starts_with($name, 'walk: ') ? in_array(substr($name, 6), $steps, true) : self::isTest($name);
                self::assertTrue($isThere, "Row {$row['number']} names $name, which is not there");
            }
        }
    }

    /** A chapter's test that no row names is a statement that the table has lost. */
    public function testEveryTestOfAChapterIsNamed(): void
    {
        $named = array_merge(...array_column($this->rows(), 'shownBy'));
        foreach (glob(__DIR__ . '/Manual/*Test.php') ?: [] as $file) {
            preg_match_all('/public function (test\w+)/', (string) file_get_contents($file), $methods);
            foreach ($methods[1] as $method) {
                self::assertContains('Manual/' . basename($file, '.php') . "::$method", $named);
            }
        }
    }

    public function testATestOrAStepThatIsNotThereIsNoticed(): void
    {
        self::assertFalse(self::isTest('Manual/ServersTest::testNothing'));
        self::assertFalse(self::isTest('Manual/NoTest::testNothing'));
        self::assertFalse(self::isTest('whmcs:BillingTest::testNothing'));
        self::assertFalse(self::isTest('Manual/ServersTest::setUp'), 'not a test');
        self::assertContains('the client orders', $this->steps());
    }

    /** @return list<array{number: string, statement: string, by: list<string>, shownBy: list<string>, reason: ?string}> */
    private function rows(): array
    {
        preg_match_all('/^\| \d+ \|.*$/m', (string) file_get_contents(self::ROOT . '/docs/manual.md'), $lines);
        self::assertNotSame([], $lines[0]);
        return array_map(static function (string $line): array {
            $cells = array_map(trim(...), preg_split('/(?<!\\\\)\|/', trim($line, '|')) ?: []);
            self::assertCount(4, $cells, $line);
            [$number, $statement, $by, $shown] = $cells;
            $isReason = str_starts_with($shown, self::ALONE);
            preg_match_all('/`([^`]+)`/', $shown, $names);
            self::assertSame('', $isReason ? '' : trim((string) preg_replace('/`[^`]+`|, /', '', $shown)), "Row $number: names stand in backticks");
            return [
                'number' => $number,
                'statement' => $statement,
                'by' => explode(', ', explode(' – ', $by)[0]),
                'shownBy' => $names[1],
                'reason' => $isReason ? substr($shown, strlen(self::ALONE)) : null,
            ];
        }, $lines[0]);
    }

    /** @return list<string> */
    private function steps(): array
    {
        preg_match_all('/\.take\("([^"]+)"/', (string) file_get_contents(self::ROOT . '/tests/browser/src/walk/mod.rs'), $steps);
        return $steps[1];
    }

    /** @param string $name `Folder/ClassTest::method`, with `whmcs:` before it for a test of the stand-in */
    private static function isTest(string $name): bool
    {
        if (preg_match('#^(whmcs:)?([\w/]+Test)::(test\w+)$#', $name, $part) !== 1) {
            return false;
        }
        if ($part[1] !== '') {
            // The stand-in's own tests run in a process of their own, so the file tells it.
            $file = self::ROOT . "/tests/whmcs/tests/$part[2].php";
            return is_file($file) && str_contains((string) file_get_contents($file), "public function $part[3](): void");
        }
        $class = __NAMESPACE__ . '\\' . str_replace('/', '\\', $part[2]);
        return class_exists($class) && method_exists($class, $part[3]) && (new ReflectionMethod($class, $part[3]))->isPublic();
    }
}
