<?php

/**
 * Tables of people: staff with their roles, clients and the users who log in for them.
 */

declare(strict_types=1);

namespace Standin\Schema;

use Illuminate\Database\Schema\Blueprint;
use WHMCS\Database\Capsule;

final class People
{
    public static function create(): void
    {
        $schema = Capsule::schema();
        $schema->create('tbladminroles', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('name', 64);
            $table->integer('systememails')->default(1);
            $table->integer('accountemails')->default(1);
            $table->integer('supportemails')->default(1);
        });
        $schema->create('tbladminperms', static function (Blueprint $table): void {
            $table->integer('roleid');
            $table->integer('permid');
        });
        $schema->create('tbladmins', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('roleid');
            $table->string('username', 64)->unique();
            $table->string('password', 255);
            $table->string('firstname', 64)->default('');
            $table->string('lastname', 64)->default('');
            $table->string('email', 128)->default('');
            $table->string('language', 32)->default('');
            $table->string('template', 32)->default('blend');
            $table->boolean('disabled')->default(0);
            $table->timestamps();
        });
        $schema->create('tblclients', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('uuid', 64)->default('');
            foreach (['firstname', 'lastname', 'companyname', 'email', 'address1', 'address2', 'city', 'state'] as $column) {
                $table->string($column, 191)->default('');
            }
            $table->string('postcode', 32)->default('');
            $table->string('country', 2)->default('');
            $table->string('phonenumber', 32)->default('');
            $table->integer('currency')->default(1);
            $table->string('defaultgateway', 64)->default('');
            $table->decimal('credit', 16, 2)->default(0);
            $table->integer('groupid')->default(0);
            $table->string('language', 32)->default('');
            $table->string('status', 16)->default('Active');
            $table->date('datecreated');
            $table->text('notes');
            $table->timestamps();
        });
        $schema->create('tblusers', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('first_name', 64)->default('');
            $table->string('last_name', 64)->default('');
            $table->string('email', 191)->unique();
            $table->string('language', 32)->default('');
            $table->string('password', 255);
            $table->timestamps();
        });
        $schema->create('tblusers_clients', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('auth_user_id');
            $table->integer('client_id');
            $table->boolean('owner')->default(1);
            $table->text('permissions');
            $table->timestamps();
        });
    }
}
