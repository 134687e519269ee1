<?php

/**
 * Tables of server records, their groups and who may use single sign-on.
 */

declare(strict_types=1);

namespace Standin\Schema;

use Illuminate\Database\Schema\Blueprint;
use WHMCS\Database\Capsule;

final class Servers
{
    public static function create(): void
    {
        $schema = Capsule::schema();
        $schema->create('tblservers', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('name', 191);
            $table->string('ipaddress', 64)->default('');
            $table->text('assignedips');
            $table->string('hostname', 191)->default('');
            $table->decimal('monthlycost', 16, 2)->default(0);
            $table->string('noc', 191)->default('');
            $table->string('statusaddress', 255)->default('');
            for ($number = 1; $number <= 5; $number++) {
                $table->string("nameserver$number", 191)->default('');
                $table->string("nameserver{$number}ip", 64)->default('');
            }
            $table->integer('maxaccounts')->default(0);
            $table->string('type', 64)->default('');
            $table->string('username', 191)->default('');
            $table->text('password');
            $table->text('accesshash');
            $table->string('secure', 3)->default('');
            $table->integer('port')->nullable();
            $table->integer('active')->default(0);
            $table->integer('disabled')->default(0);
            $table->timestamps();
        });
        $schema->create('tblservergroups', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('name', 191);
            $table->integer('filltype')->default(1);
        });
        $schema->create('tblservergroupsrel', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('groupid');
            $table->integer('serverid');
        });
        $schema->create('tblserversssoperms', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('server_id');
            $table->integer('role_id');
        });
    }
}
