<?php

/**
 * The module's own tables, made and changed by numbered steps. A step may be repeated by a second web node at the same moment, so each
 * looks before it acts. Only types that MySQL 5.7, MariaDB 10.3 and SQLite share are used.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Whmcs;

use Closure;
use Illuminate\Database\QueryException;
use Illuminate\Database\Schema\Blueprint;

final class Tables
{
    public const PREFIX = 'mod_ispmanagernoc_';
    private const VERSION = 1;

    public static function migrate(): void
    {
        $version = self::version();
        if ($version >= self::VERSION) {
            return;
        }
        self::first();
        $settings = Database::table(self::PREFIX . 'settings');
        $settings->insertOrIgnore(['name' => 'schema', 'value' => (string) self::VERSION]);
        $settings->where('name', 'schema')->update(['value' => (string) self::VERSION]);
    }

    private static function version(): int
    {
        if (!Database::schema()->hasTable(self::PREFIX . 'settings')) {
            return 0;
        }
        return (int) Database::table(self::PREFIX . 'settings')->where('name', 'schema')->value('value');
    }

    private static function first(): void
    {
        self::create('settings', static function (Blueprint $table): void {
            $table->string('name', 64)->primary();
            $table->text('value');
        });
        self::create('journal', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('operation_key', 128)->unique('mod_ispmanagernoc_journal_key');
            $table->string('operation', 16);
            $table->integer('service_id')->index('mod_ispmanagernoc_journal_service');
            $table->integer('server_id');
            $table->string('state', 16)->index('mod_ispmanagernoc_journal_state');
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
        self::create('price_lists', static function (Blueprint $table): void {
            $table->integer('server_id')->primary();
            $table->string('account', 64);
            $table->bigInteger('fetched_at');
            $table->mediumText('tariffs');
        });
        self::create('breakers', static function (Blueprint $table): void {
            $table->integer('server_id')->primary();
            $table->integer('failures')->default(0);
            $table->bigInteger('open_until')->default(0);
        });
    }

    /** @param Closure(Blueprint): void $columns */
    private static function create(string $name, Closure $columns): void
    {
        if (Database::schema()->hasTable(self::PREFIX . $name)) {
            return;
        }
        try {
            Database::schema()->create(self::PREFIX . $name, $columns);
        } catch (QueryException $failure) {
            if (!Database::schema()->hasTable(self::PREFIX . $name)) {
                throw $failure;
            }
        }
    }
}
