<?php

/**
 * What WHMCS's models share: attributes read by documented camelCase names or by column names; unknown ones are refused.
 */

declare(strict_types=1);

namespace WHMCS\Model;

use Illuminate\Database\Eloquent\Model;
use Standin\NotModelled;

abstract class AbstractModel extends Model
{
    /** @var array<string, string> attribute name => column name, where they differ by more than letter case */
    protected array $columnMap = [];
    protected $guarded = [];
    public $timestamps = false;

    public function getAttribute($key)
    {
        $column = $this->column((string) $key);
        if ($column === null && !method_exists($this, (string) $key) && !$this->hasGetMutator($key)) {
            throw new NotModelled('the attribute ' . $key . ' of ' . static::class);
        }
        return parent::getAttribute($column ?? $key);
    }

    public function setAttribute($key, $value)
    {
        return parent::setAttribute($this->columnMap[$key] ?? strtolower((string) $key), $value);
    }

    private function column(string $key): ?string
    {
        $names = [$this->columnMap[$key] ?? $key, strtolower($key), strtolower(preg_replace('/(?<!^)[A-Z]/', '_$0', $key) ?? $key)];
        foreach ($names as $name) {
            if (array_key_exists($name, $this->attributes)) {
                return $name;
            }
        }
        return null;
    }
}
