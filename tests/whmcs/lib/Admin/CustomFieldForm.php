<?php

/**
 * The Custom Fields tab: names of its inputs, and what is done with them when the product is saved.
 */

declare(strict_types=1);

namespace Standin\Admin;

use Standin\Html;
use Standin\Request;
use WHMCS\Database\Capsule;

final class CustomFieldForm
{
    public const TYPES = [
        'text' => 'Text Box', 'link' => 'Link/URL', 'password' => 'Password', 'dropdown' => 'Drop Down', 'tickbox' => 'Tick Box',
        'textarea' => 'Text Area',
    ];
    /** column => name of the inputs `custom…[ID]` and `add…` */
    private const VALUES = [
        'fieldname' => 'fieldname', 'sortorder' => 'sortorder', 'fieldtype' => 'fieldtype', 'description' => 'fielddesc',
        'regexpr' => 'fieldregexpr', 'fieldoptions' => 'fieldoptions',
    ];
    private const TICKS = ['adminonly', 'required', 'showorder', 'showinvoice'];

    /** @param ?object $field null for the block that adds a field */
    public static function name(?object $field, string $column): string
    {
        $suffix = self::VALUES[$column] ?? $column;
        return $field === null ? "add$suffix" : "custom{$suffix}[$field->id]";
    }

    public static function save(int $productId): void
    {
        foreach (array_keys(Request::list('customfieldname')) as $fieldId) {
            $columns = self::posted(static fn (string $suffix) => Request::list("custom$suffix")[$fieldId] ?? '');
            Capsule::table('tblcustomfields')
                ->where(['id' => (int) $fieldId, 'type' => 'product', 'relid' => $productId])->update($columns);
        }
        foreach (array_keys(Request::list('deletecustomfield')) as $fieldId) {
            Capsule::table('tblcustomfields')->where(['id' => (int) $fieldId, 'relid' => $productId])->delete();
            Capsule::table('tblcustomfieldsvalues')->where('fieldid', (int) $fieldId)->delete();
        }
        if (Request::text('addfieldname') !== '') {
            $columns = self::posted(static fn (string $suffix) => Request::text("add$suffix"));
            Capsule::table('tblcustomfields')
                ->insert($columns + ['type' => 'product', 'relid' => $productId, 'created_at' => date('Y-m-d H:i:s')]);
        }
    }

    /**
     * @param callable(string): string $value
     * @return array<string, mixed>
     */
    private static function posted(callable $value): array
    {
        $columns = ['updated_at' => date('Y-m-d H:i:s')];
        foreach (self::VALUES as $column => $suffix) {
            $columns[$column] = trim($value($suffix));
        }
        foreach (self::TICKS as $column) {
            $columns[$column] = $value($column) === 'on' ? 'on' : '';
        }
        $columns['sortorder'] = (int) $columns['sortorder'];
        $columns['fieldtype'] = isset(self::TYPES[$columns['fieldtype']]) ? $columns['fieldtype'] : 'text';
        // A regular expression is stored as it was typed: encoding it would change what it matches.
        $columns['regexpr'] = Html::decode($columns['regexpr']);
        return $columns;
    }
}
