<?php

/**
 * The manual's fields are created where they are missing, found by name, and an administrator's changes stay.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Fields;

use IspmanagerNoc\Fields\FieldRow;
use IspmanagerNoc\PriceList\Kind;
use IspmanagerNoc\Tests\ModuleTest;
use WHMCS\Database\Capsule;

final class CustomFieldsTest extends ModuleTest
{
    public function testTheManualsFieldsAreCreatedOnce(): void
    {
        $product = $this->whmcs->product('ispmanagernoc');
        self::assertSame(5, $this->app->fields()->ensure($product, Kind::named(Kind::BIT_NINJA)));
        self::assertSame(0, $this->app->fields()->ensure($product, Kind::named(Kind::BIT_NINJA)));

        $rows = Capsule::table('tblcustomfields')->where('relid', $product)->orderBy('sortorder')->get();
        self::assertSame([
            'item|ID of the ispmanager license for which the module is purchased',
            'bitninja_email|BitNinja E-mail',
            'bitninjakey|BitNinja key',
            'bitninja_password|BitNinja password',
            'order_id|Order ID',
        ], $rows->pluck('fieldname')->all());
        self::assertSame(['on', '', '', '', ''], $rows->pluck('required')->all());
        self::assertSame(['on', 'on', '', '', ''], $rows->pluck('showorder')->all());
        self::assertSame(['text'], $rows->pluck('fieldtype')->unique()->all());
    }

    public function testAnAdministratorsChangesAreNeverUndone(): void
    {
        $item = Capsule::table('tblcustomfields')->where('fieldname', 'LIKE', 'item|%');
        $item->update(['fieldname' => 'item|Number of your licence', 'required' => '', 'sortorder' => 9]);
        $this->app->fields()->ensure($this->product, Kind::named(Kind::BIT_NINJA));
        $row = $this->rows()['item'];
        self::assertSame([FieldRow::DIFFERS, 'Number of your licence', false], [$row->state, $row->friendly, $row->required]);
        $service = $this->service();
        self::assertSame('1001', $this->app->fields()->read($this->record($service))['item']);
    }

    public function testNamesAreComparedWhole(): void
    {
        Capsule::table('tblcustomfields')->where('fieldname', 'LIKE', 'order%')->delete();
        $this->whmcs->customField($this->product, 'orderXid|Something else');
        self::assertSame(FieldRow::MISSING, $this->rows()['order_id']->state);
        self::assertSame(FieldRow::OWN, $this->rows()['orderXid']->state);
        self::assertSame(1, $this->app->fields()->ensure($this->product, Kind::named(Kind::BIT_NINJA)));
    }

    public function testFieldsOfClientsAndOtherProductsAreNotOurs(): void
    {
        $product = $this->whmcs->product('ispmanagernoc');
        $this->whmcs->customField($product, 'item|Client field', ['type' => 'client']);
        self::assertSame(2, $this->app->fields()->ensure($product, Kind::named(Kind::OTHER_MODULE)));
    }

    public function testAValueComesBackAsItWasWritten(): void
    {
        $record = $this->record($this->service());
        foreach (['p&w<1>"\':;Пароль', '&amp;', '', ' blank '] as $value) {
            $this->app->fields()->write($record, ['bitninja_password' => $value]);
            self::assertSame($value, $this->app->fields()->read($record)['bitninja_password']);
        }
    }

    public function testOnlyWhatDiffersIsWritten(): void
    {
        $record = $this->record($this->service());
        self::assertSame(['bitninjakey'], $this->app->fields()->write($record, ['item' => '1001', 'bitninjakey' => 'K']));
        self::assertSame([], $this->app->fields()->write($record, ['bitninjakey' => 'K']));
    }

    public function testAFieldThatIsMissingIsCreatedRatherThanLoseItsValue(): void
    {
        Capsule::table('tblcustomfields')->where('fieldname', 'LIKE', 'order%')->delete();
        $record = $this->record($this->service());
        $this->app->fields()->write($record, ['order_id' => '812345']);
        self::assertSame('812345', $this->app->fields()->read($record)['order_id']);
    }

    public function testTimestampsAreWrittenOnlyWhereTheTableHasThem(): void
    {
        foreach (['tblcustomfields', 'tblcustomfieldsvalues'] as $table) {
            foreach (['created_at', 'updated_at'] as $column) {
                Capsule::connection()->statement("ALTER TABLE $table DROP COLUMN $column");
            }
        }
        $product = $this->whmcs->product('ispmanagernoc');
        self::assertSame(2, $this->app->fields()->ensure($product, Kind::named(Kind::OTHER_MODULE)));
        $record = $this->record($this->whmcs->service($product));
        $this->app->fields()->write($record, ['item' => '5']);
        $this->app->fields()->write($record, ['item' => '6']);
        self::assertSame('6', $this->app->fields()->read($record)['item']);
    }

    /** @return array<string, FieldRow> */
    private function rows(): array
    {
        $rows = $this->app->fields()->rows($this->product, Kind::named(Kind::BIT_NINJA));
        return array_combine(array_map(static fn (FieldRow $row): string => $row->name, $rows), $rows);
    }
}
