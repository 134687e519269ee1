<?php

/**
 * The module's own tables, made and changed by numbered steps. A step may run twice, at the same moment on two web nodes or again after it
 * was broken off, so each looks before it acts and completes what it finds. Only what MySQL 5.7, MariaDB 10.3 and SQLite share is used;
 * no key is longer than 767 bytes in utf8mb4.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Closure;
use Illuminate\Database\QueryException;
use Illuminate\Database\Schema\Blueprint;
use IspmanagerNoc\Exception\Refused;

final class Tables
{
    public const PREFIX = 'mod_ispmanagernoc_';

    /** @throws Refused when a newer module has been here: its tables are not touched */
    public static function migrate(): void
    {
        $steps = self::steps();
        $version = self::version();
        if ($version > count($steps)) {
            throw new Refused('refused.newer-tables', ['version' => $version, 'known' => count($steps)]);
        }
        for (; $version < count($steps); $version++) {
            $steps[$version]();
            self::reached($version + 1);
        }
    }

    /** @return list<Closure(): void> never changed once released; a change of the tables is a step more */
    private static function steps(): array
    {
        return [self::journal(...), self::differences(...), self::invoicedPeriods(...), self::calls(...)];
    }

    /** @return int how many of the steps were done */
    public static function version(): int
    {
        if (!Database::schema()->hasTable(self::PREFIX . 'settings')) {
            return 0;
        }
        return (int) Database::table(self::PREFIX . 'settings')->where('name', 'schema')->value('value');
    }

    /** Another process may have come further meanwhile. */
    private static function reached(int $version): void
    {
        $settings = Database::table(self::PREFIX . 'settings');
        $settings->insertOrIgnore(['name' => 'schema', 'value' => (string) $version]);
        $settings->where(['name' => 'schema', 'value' => (string) ($version - 1)])->update(['value' => (string) $version]);
    }

    private static function journal(): void
    {
        self::table('settings', ['name'], static function (Blueprint $table): void {
            $table->string('name', 64);
            $table->text('value');
        });
        self::table('journal', ['operation_key'], static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('operation_key', 128);
            $table->string('operation', 16);
            $table->integer('service_id');
            $table->integer('server_id');
            $table->string('state', 16);
            $table->string('claim', 32);
            $table->string('order_id', 32)->default('');
            $table->bigInteger('cost_minor')->nullable();
            $table->string('cost_currency', 8)->default('');
            $table->text('facts');
            $table->string('text_key', 64)->default('');
            $table->text('text_values');
            $table->integer('empty_lookups')->default(0);
            $table->bigInteger('looked_at')->default(0);
            $table->bigInteger('created_at');
            $table->bigInteger('sent_at')->default(0);
            $table->bigInteger('closed_at')->default(0);
            $table->bigInteger('finished_at')->default(0);
        });
        self::index('journal', 'service', static fn (Blueprint $table, string $name) => $table->index('service_id', $name));
        self::index('journal', 'state', static fn (Blueprint $table, string $name) => $table->index('state', $name));
        self::table('price_lists', ['server_id'], static function (Blueprint $table): void {
            $table->integer('server_id');
            $table->string('account', 64);
            $table->bigInteger('fetched_at');
            $table->mediumText('tariffs');
        });
        self::table('breakers', ['server_id'], static function (Blueprint $table): void {
            $table->integer('server_id');
            $table->integer('failures')->default(0);
            $table->bigInteger('open_until')->default(0);
        });
    }

    private static function differences(): void
    {
        self::table('differences', ['server_id', 'service_id', 'kind', 'order_id'], static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('server_id');
            $table->integer('service_id');
            $table->string('kind', 32);
            $table->string('order_id', 32);
            $table->text('whmcs');
            $table->text('account');
            $table->bigInteger('seen_at');
        });
        self::index('journal', 'order', static fn (Blueprint $table, string $name) => $table->index('order_id', $name));
    }

    private static function invoicedPeriods(): void
    {
        self::table('invoiced_periods', ['item_id'], static function (Blueprint $table): void {
            $table->integer('item_id');
            $table->integer('months');
        });
    }

    private static function calls(): void
    {
        self::table('calls', ['entry_id'], static function (Blueprint $table): void {
            $table->integer('entry_id');
            $table->bigInteger('called_at');
            $table->mediumText('kept');
        });
        self::index('journal', 'sent', static fn (Blueprint $table, string $name) => $table->index('sent_at', $name));
        self::index('calls', 'age', static fn (Blueprint $table, string $name) => $table->index('called_at', $name));
    }

    /**
     * @param list<string> $key the columns that are unique together
     * @param Closure(Blueprint): void $columns
     */
    private static function table(string $name, array $key, Closure $columns): void
    {
        if (!Database::schema()->hasTable(self::PREFIX . $name)) {
            // A server may make tables by default that lose rows when it crashes.
            $inFull = static function (Blueprint $table) use ($columns): void {
                $table->engine = 'InnoDB';
                $columns($table);
            };
            self::unlessThere(static fn () => Database::schema()->create(self::PREFIX . $name, $inFull));
        }
        // The key comes by a statement of its own: a table may be there whose maker has not come to it, or never will.
        self::index($name, 'key', static fn (Blueprint $table, string $index) => $table->unique($key, $index));
    }

    /** @param Closure(Blueprint, string): mixed $columns */
    private static function index(string $table, string $name, Closure $columns): void
    {
        $index = self::PREFIX . "{$table}_$name";
        self::unlessThere(static fn () => Database::schema()->table(
            self::PREFIX . $table,
            static fn (Blueprint $blueprint) => $columns($blueprint, $index)
        ));
    }

    /** Makes a table or an index; that it is there already is as good. */
    private static function unlessThere(Closure $make): void
    {
        try {
            $make();
        } catch (QueryException $failure) {
            if (!Database::isThereAlready($failure)) {
                throw $failure;
            }
        }
    }
}
