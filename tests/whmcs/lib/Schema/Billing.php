<?php

/**
 * Tables of what is bought: orders, services, invoices, transactions and cancellation requests.
 */

declare(strict_types=1);

namespace Standin\Schema;

use Illuminate\Database\Schema\Blueprint;
use WHMCS\Database\Capsule;

final class Billing
{
    private const NO_DATE = '0000-00-00';

    public static function create(): void
    {
        self::orders();
        self::services();
        self::invoices();
    }

    private static function orders(): void
    {
        Capsule::schema()->create('tblorders', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('ordernum', 32);
            $table->integer('userid');
            $table->dateTime('date');
            $table->string('paymentmethod', 64)->default('');
            $table->decimal('amount', 16, 2)->default(0);
            $table->integer('invoiceid')->default(0);
            $table->string('status', 16)->default('Pending');
            $table->string('ipaddress', 64)->default('');
            $table->text('notes');
        });
    }

    private static function services(): void
    {
        Capsule::schema()->create('tblhosting', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('userid');
            $table->integer('orderid');
            $table->integer('packageid');
            $table->integer('server')->default(0);
            $table->date('regdate')->default(self::NO_DATE);
            $table->string('domain', 191)->default('');
            $table->string('paymentmethod', 64)->default('');
            $table->integer('qty')->default(1);
            $table->decimal('firstpaymentamount', 16, 2)->default(0);
            $table->decimal('amount', 16, 2)->default(0);
            $table->string('billingcycle', 32)->default('');
            $table->date('nextduedate')->default(self::NO_DATE);
            $table->date('nextinvoicedate')->default(self::NO_DATE);
            $table->date('termination_date')->default(self::NO_DATE);
            $table->date('completed_date')->default(self::NO_DATE);
            $table->string('domainstatus', 16)->default('Pending');
            $table->string('username', 191)->default('');
            $table->text('password');
            $table->text('notes');
            $table->integer('promoid')->default(0);
            $table->text('suspendreason');
            $table->boolean('overideautosuspend')->default(0);
            $table->date('overidesuspenduntil')->default(self::NO_DATE);
            $table->string('dedicatedip', 64)->default('');
            $table->text('assignedips');
            $table->dateTime('lastupdate')->default(self::NO_DATE . ' 00:00:00');
            $table->timestamps();
        });
        Capsule::schema()->create('tblhostingaddons', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('orderid');
            $table->integer('hostingid');
            $table->integer('addonid');
            $table->integer('userid');
            $table->string('status', 16)->default('Pending');
        });
        Capsule::schema()->create('tblcancelrequests', static function (Blueprint $table): void {
            $table->increments('id');
            $table->dateTime('date');
            $table->integer('relid');
            $table->text('reason');
            $table->string('type', 32);
            $table->timestamps();
        });
    }

    private static function invoices(): void
    {
        Capsule::schema()->create('tblinvoices', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('userid');
            $table->string('invoicenum', 64)->default('');
            $table->date('date');
            $table->date('duedate');
            $table->dateTime('datepaid')->default(self::NO_DATE . ' 00:00:00');
            $table->decimal('subtotal', 16, 2)->default(0);
            $table->decimal('credit', 16, 2)->default(0);
            $table->decimal('tax', 16, 2)->default(0);
            $table->decimal('tax2', 16, 2)->default(0);
            $table->decimal('total', 16, 2)->default(0);
            $table->string('status', 16)->default('Unpaid');
            $table->string('paymentmethod', 64)->default('');
            $table->text('notes');
            $table->timestamps();
        });
        Capsule::schema()->create('tblinvoiceitems', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('invoiceid');
            $table->integer('userid');
            $table->string('type', 32)->default('');
            $table->integer('relid')->default(0);
            $table->text('description');
            $table->decimal('amount', 16, 2)->default(0);
            $table->boolean('taxed')->default(0);
            $table->date('duedate')->nullable();
            $table->string('paymentmethod', 64)->default('');
            $table->text('notes');
        });
        Capsule::schema()->create('tblaccounts', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('userid');
            $table->integer('currency')->default(0);
            $table->string('gateway', 64)->default('');
            $table->dateTime('date');
            $table->text('description');
            $table->decimal('amountin', 16, 2)->default(0);
            $table->decimal('amountout', 16, 2)->default(0);
            $table->string('transid', 64)->default('');
            $table->integer('invoiceid')->default(0);
        });
    }
}
