<?php

/**
 * Tables of what is sold: groups, products, prices and custom fields.
 */

declare(strict_types=1);

namespace Standin\Schema;

use Illuminate\Database\Schema\Blueprint;
use WHMCS\Database\Capsule;

final class Products
{
    public static function create(): void
    {
        self::groups();
        self::products();
        self::prices();
        self::customFields();
    }

    private static function groups(): void
    {
        Capsule::schema()->create('tblproductgroups', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('name', 191);
            $table->string('slug', 128)->default('');
            $table->string('headline', 255)->default('');
            $table->string('tagline', 255)->default('');
            $table->string('orderfrmtpl', 64)->default('');
            $table->string('disabledgateways', 255)->default('');
            $table->boolean('hidden')->default(0);
            $table->integer('order')->default(0);
            $table->timestamps();
        });
        Capsule::schema()->create('tblproduct_group_features', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('product_group_id');
            $table->text('feature');
            $table->integer('order')->default(0);
            $table->timestamps();
        });
    }

    private static function products(): void
    {
        Capsule::schema()->create('tblproducts', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('type', 32)->default('other');
            $table->integer('gid');
            $table->string('name', 191);
            $table->string('slug', 128)->default('');
            $table->text('description');
            $table->string('tagline', 255)->default('');
            $table->string('short_description', 255)->default('');
            $table->string('color', 9)->default('');
            $table->boolean('hidden')->default(0);
            $table->boolean('retired')->default(0);
            $table->boolean('is_featured')->default(0);
            $table->boolean('showdomainoptions')->default(0);
            $table->integer('welcomeemail')->default(0);
            $table->boolean('stockcontrol')->default(0);
            $table->integer('qty')->default(0);
            $table->boolean('proratabilling')->default(0);
            $table->integer('proratadate')->default(0);
            $table->integer('proratachargenextmonth')->default(0);
            $table->string('paytype', 16)->default('recurring');
            $table->integer('allowqty')->default(0);
            $table->string('subdomain', 255)->default('');
            $table->string('autosetup', 16)->default('');
            $table->string('servertype', 64)->default('');
            $table->integer('servergroup')->default(0);
            for ($position = 1; $position <= 24; $position++) {
                $table->string("configoption$position", 255)->default('');
            }
            $table->integer('recurringcycles')->default(0);
            $table->integer('autoterminatedays')->default(0);
            $table->integer('autoterminateemail')->default(0);
            $table->boolean('tax')->default(0);
            $table->string('affiliatepaytype', 16)->default('');
            $table->decimal('affiliatepayamount', 16, 2)->default(0);
            $table->boolean('affiliateonetime')->default(0);
            $table->integer('order')->default(0);
            $table->timestamps();
        });
        Capsule::schema()->create('tblproduct_recommendations', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('product_id');
            $table->integer('recommendation_id');
            $table->integer('sortorder')->default(0);
            $table->timestamps();
        });
        Capsule::schema()->create('tblondemandrenewals', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('rel_type', 16)->default('Product');
            $table->integer('rel_id');
            $table->boolean('enabled')->default(0);
            foreach (['monthly', 'quarterly', 'semiannually', 'annually', 'biennially', 'triennially'] as $cycle) {
                $table->integer($cycle)->default(0);
            }
            $table->timestamps();
        });
    }

    private static function prices(): void
    {
        Capsule::schema()->create('tblpricing', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('type', 32);
            $table->integer('currency');
            $table->integer('relid');
            foreach (['m', 'q', 's', 'a', 'b', 't'] as $letter) {
                $table->decimal($letter . 'setupfee', 16, 2)->default(0);
            }
            foreach (['monthly', 'quarterly', 'semiannually', 'annually', 'biennially', 'triennially'] as $cycle) {
                $table->decimal($cycle, 16, 2)->default(-1);
            }
        });
    }

    private static function customFields(): void
    {
        Capsule::schema()->create('tblcustomfields', static function (Blueprint $table): void {
            $table->increments('id');
            $table->string('type', 16);
            $table->integer('relid')->default(0);
            $table->string('fieldname', 255);
            $table->string('fieldtype', 16);
            $table->text('description');
            $table->text('fieldoptions');
            $table->text('regexpr');
            $table->string('adminonly', 3)->default('');
            $table->string('required', 3)->default('');
            $table->string('showorder', 3)->default('');
            $table->string('showinvoice', 3)->default('');
            $table->integer('sortorder')->default(0);
            $table->timestamps();
        });
        Capsule::schema()->create('tblcustomfieldsvalues', static function (Blueprint $table): void {
            $table->increments('id');
            $table->integer('fieldid');
            $table->integer('relid');
            $table->text('value');
            $table->timestamps();
            $table->index(['fieldid', 'relid']);
        });
    }
}
