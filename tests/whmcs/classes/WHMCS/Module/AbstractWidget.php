<?php

/**
 * A box on the staff's home page, with the methods that the class reference names (developers.whmcs.com/classes/whmcs/module/abstractwidget).
 * What a widget lets WHMCS keep is written down and read again, so that it holds nothing but plain values.
 */

declare(strict_types=1);

namespace WHMCS\Module;

abstract class AbstractWidget
{
    protected $title = '';
    protected $description = '';
    protected $columns = 1;
    protected $weight = 100;
    protected $wrapper = true;
    protected $cache = false;
    protected $cachePerUser = false;
    protected $cacheExpiry = 3600;
    protected $requiredPermission = '';

    public function getId()
    {
        return static::class;
    }

    public function getTitle()
    {
        return $this->title;
    }

    public function getDescription()
    {
        return $this->description;
    }

    public function getColumnSize()
    {
        return (int) $this->columns;
    }

    public function getWeight()
    {
        return (int) $this->weight;
    }

    public function showWrapper()
    {
        return (bool) $this->wrapper;
    }

    public function isCachable()
    {
        return (bool) $this->cache;
    }

    public function isCachedPerUser()
    {
        return (bool) $this->cachePerUser;
    }

    public function getCacheExpiry()
    {
        return (int) $this->cacheExpiry;
    }

    public function getRequiredPermission()
    {
        return $this->requiredPermission;
    }

    public function getData()
    {
        return [];
    }

    public function generateOutput($data)
    {
        return '';
    }

    public function sanitizeData($data)
    {
        return $data;
    }

    public function render($forceRefresh = false)
    {
        $data = $this->getData();
        $kept = json_decode((string) json_encode($data), true);
        return $this->generateOutput($this->sanitizeData($this->isCachable() ? $kept : $data));
    }
}
