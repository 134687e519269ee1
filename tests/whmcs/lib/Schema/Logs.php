<?php

/**
 * Tables of what happened: module log, module queue, activity log and e-mail log.
 */

declare(strict_types=1);

namespace Standin\Schema;

use Illuminate\Database\Schema\Blueprint;
use WHMCS\Database\Capsule;

final class Logs
{
    public static function create(): void
    {
        $schema = Capsule::schema();
        $schema->create('tblmodulelog', static function (Blueprint $table): void {
            $table->increments('id');
            $table->dateTime('date');
            $table->string('module', 64)->default('');
            $table->string('action', 128)->default('');
            $table->mediumText('request');
            $table->mediumText('response');
            $table->mediumText('arrdata');
        });
        $schema->create('tblmodulequeue', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('service_type', 20)->default('service');
            $table->integer('service_id');
            $table->string('module_name', 64);
            $table->string('module_action', 64);
            $table->dateTime('last_attempt');
            $table->text('last_attempt_error');
            $table->integer('num_retries')->default(0);
            $table->boolean('completed')->default(0);
            $table->timestamps();
        });
        $schema->create('tblactivitylog', static function (Blueprint $table): void {
            $table->increments('id');
            $table->dateTime('date');
            $table->text('description');
            $table->string('user', 64)->default('');
            $table->integer('userid')->default(0);
            $table->integer('user_id')->default(0);
            $table->integer('admin_id')->default(0);
            $table->string('ipaddr', 64)->default('');
        });
        $schema->create('tblemails', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('userid');
            $table->string('subject', 255)->default('');
            $table->mediumText('message');
            $table->dateTime('date');
            $table->text('to');
            $table->timestamps();
        });
    }
}
