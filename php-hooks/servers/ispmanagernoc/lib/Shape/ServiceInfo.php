<?php

/**
 * A service as its client may see it, from WHMCS's database alone (crates/wire: ServiceInfo). What an administrator marked
 * "Admin Only" is not in it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Shape;

use IspmanagerNoc\App;
use IspmanagerNoc\Contract;
use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\ClientPages;
use IspmanagerNoc\Whmcs\ServiceRecord;

final class ServiceInfo
{
    /** Shown only when the client asks for it. */
    private const HIDDEN = ['bitninja_password'];
    /** Long and meant to be pasted elsewhere. */
    private const COPIED = ['bitninjakey', 'bitninja_password'];

    public function __construct(private readonly App $app, private readonly Texts $texts)
    {
    }

    /** @return array<string, mixed> */
    public function of(ServiceRecord $service): array
    {
        return [
            'status' => $this->texts->get("status.$service->status"),
            'valid_until' => $this->isRunning($service) ? $service->terminationDate ?? self::paidUntil($service) : null,
            'rows' => $this->rows($service),
            'links' => $this->links($service),
        ];
    }

    private function isRunning(ServiceRecord $service): bool
    {
        return in_array($service->status, ['Pending', 'Active', 'Suspended'], true);
    }

    /** Until Sync has brought the account's date, the client has what was paid for. */
    private static function paidUntil(ServiceRecord $service): ?string
    {
        return in_array($service->status, ['Active', 'Suspended'], true) ? $service->nextDueDate : null;
    }

    /** @return list<array{name: string, label: string, value: string, hidden: bool, copy: bool}> */
    private function rows(ServiceRecord $service): array
    {
        $values = $this->app->fields()->read($service);
        $server = $this->app->servers()->find($service->serverId);
        $kind = $this->app->prices()->kind($server, (int) $service->settings->tariffId);
        $ours = self::names();
        $rows = [];
        foreach ($this->app->fields()->rows($service->productId, $kind) as $field) {
            $value = $values[$field->name] ?? '';
            if ($value !== '' && !$field->adminOnly && in_array($field->name, $ours, true)) {
                $rows[] = [
                    'name' => $field->name,
                    'label' => $field->friendly,
                    'value' => $value,
                    'hidden' => in_array($field->name, self::HIDDEN, true),
                    'copy' => in_array($field->name, self::COPIED, true),
                ];
            }
        }
        return $rows;
    }

    /** @return list<string> the fields of every kind: a service keeps its own when the price list is not at hand */
    private static function names(): array
    {
        $names = [];
        foreach (Contract::get('kinds') as $kind) {
            foreach ($kind['fields'] as $field) {
                $names[] = (string) $field['name'];
            }
        }
        return $names;
    }

    /** @return list<array{label: string, url: string}> */
    private function links(ServiceRecord $service): array
    {
        $pages = new ClientPages();
        $links = [];
        foreach (['pay' => $pages->payment($service), 'cancel' => $pages->cancellation($service)] as $name => $url) {
            if ($url !== null) {
                $links[] = ['label' => $this->texts->get("link.$name"), 'url' => $url];
            }
        }
        return $links;
    }
}
