<?php

/**
 * Custom fields of products: their definitions, a service's values, their inputs and their validation.
 */

declare(strict_types=1);

namespace Standin;

use WHMCS\Database\Capsule;

final class CustomFields
{
    /** @return list<object> the product's fields in their display order */
    public static function ofProduct(int $productId): array
    {
        return Capsule::table('tblcustomfields')->where(['type' => 'product', 'relid' => $productId])
            ->orderBy('sortorder')->orderBy('id')->get()->all();
    }

    /** The part before the bar names the field for modules and e-mails. */
    public static function shortName(object $field): string
    {
        return explode('|', $field->fieldname, 2)[0];
    }

    /** The part after the bar is what people see. */
    public static function friendlyName(object $field): string
    {
        $parts = explode('|', $field->fieldname, 2);
        return $parts[1] ?? $parts[0];
    }

    public static function value(int $fieldId, int $serviceId): string
    {
        return (string) Capsule::table('tblcustomfieldsvalues')->where(['fieldid' => $fieldId, 'relid' => $serviceId])->value('value');
    }

    /** @return array<string, string> short name => value */
    public static function valuesByShortName(int $serviceId): array
    {
        $productId = (int) Capsule::table('tblhosting')->where('id', $serviceId)->value('packageid');
        $values = [];
        foreach (self::ofProduct($productId) as $field) {
            $values[self::shortName($field)] = self::value($field->id, $serviceId);
        }
        return $values;
    }

    public static function save(int $fieldId, int $serviceId, string $value): void
    {
        $moment = Clock::now();
        $found = Capsule::table('tblcustomfieldsvalues')->where(['fieldid' => $fieldId, 'relid' => $serviceId])->exists();
        if ($found) {
            Capsule::table('tblcustomfieldsvalues')->where(['fieldid' => $fieldId, 'relid' => $serviceId])
                ->update(['value' => $value, 'updated_at' => $moment]);
            return;
        }
        Capsule::table('tblcustomfieldsvalues')->insert(
            ['fieldid' => $fieldId, 'relid' => $serviceId, 'value' => $value, 'created_at' => $moment, 'updated_at' => $moment]
        );
    }

    /** The text to show when the value does not fit the field, or null when it does. */
    public static function complaint(object $field, string $value): ?string
    {
        $name = self::friendlyName($field);
        if ($field->required === 'on' && trim($value) === '') {
            return "$name is required";
        }
        if ($value !== '' && $field->regexpr !== '' && preg_match(Html::decode($field->regexpr), Html::decode($value)) !== 1) {
            return "$name is not valid";
        }
        return null;
    }

    public static function input(object $field, string $value): string
    {
        $attributes = "name=\"customfield[$field->id]\" id=\"customfield$field->id\"";
        $shown = Html::print($value);
        return match ($field->fieldtype) {
            'textarea' => "<textarea $attributes rows=\"3\" class=\"form-control\">$shown</textarea>",
            'dropdown' => "<select $attributes class=\"form-control\">" . Html::options(self::choices($field), $value) . '</select>',
            'tickbox' => "<input type=\"checkbox\" $attributes value=\"on\"" . ($value === 'on' ? ' checked' : '') . '>',
            'password' => "<input type=\"password\" $attributes value=\"$shown\" class=\"form-control\" autocomplete=\"off\">",
            default => "<input type=\"text\" $attributes value=\"$shown\" class=\"form-control\">",
        };
    }

    /** @return array<string, string> */
    private static function choices(object $field): array
    {
        $options = array_map('trim', explode(',', $field->fieldoptions));
        return array_combine($options, $options);
    }
}
