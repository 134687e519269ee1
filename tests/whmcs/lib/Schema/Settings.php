<?php

/**
 * Tables of settings: the installation's own and those of modules.
 */

declare(strict_types=1);

namespace Standin\Schema;

use Illuminate\Database\Schema\Blueprint;
use WHMCS\Database\Capsule;

final class Settings
{
    public static function create(): void
    {
        $schema = Capsule::schema();
        $schema->create('tblconfiguration', static function (Blueprint $table): void {
            $table->string('setting', 150)->primary();
            $table->text('value');
            $table->timestamps();
        });
        $schema->create('tbladdonmodules', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('module', 150)->default('');
            $table->string('setting', 150)->default('');
            $table->text('value');
        });
        $schema->create('tblmodule_configuration', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('entity_type', 8)->default('');
            $table->integer('entity_id')->default(0);
            $table->string('setting_name', 64)->default('');
            $table->string('friendly_name', 64)->default('');
            $table->text('value');
            $table->timestamps();
        });
        $schema->create('tblpaymentgateways', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('gateway', 64)->default('');
            $table->string('setting', 64)->default('');
            $table->text('value');
            $table->integer('order')->default(0);
        });
        $schema->create('tblcurrencies', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('code', 8);
            $table->string('prefix', 16)->default('');
            $table->string('suffix', 16)->default('');
            $table->integer('format')->default(1);
            $table->decimal('rate', 10, 5)->default(1);
            $table->integer('default')->default(0);
        });
        $schema->create('tblemailtemplates', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('type', 32)->default('');
            $table->string('name', 128)->default('');
            $table->string('subject', 255)->default('');
            $table->text('message');
            $table->boolean('disabled')->default(0);
            $table->boolean('custom')->default(0);
            $table->string('language', 32)->default('');
            $table->boolean('plaintext')->default(0);
            $table->timestamps();
        });
    }
}
