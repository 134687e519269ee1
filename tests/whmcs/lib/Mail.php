<?php

/**
 * E-mails are not sent: they are rendered with their merge fields and recorded in the e-mail log.
 */

declare(strict_types=1);

namespace Standin;

use WHMCS\Config\Setting;
use WHMCS\Database\Capsule;

final class Mail
{
    public static function welcome(int $serviceId): void
    {
        $templateId = Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('tblhosting.id', $serviceId)->value('welcomeemail');
        self::ofService((int) $templateId, $serviceId);
    }

    /** Template 0 stands for no e-mail. */
    public static function ofService(int $templateId, int $serviceId): void
    {
        $name = Capsule::table('tblemailtemplates')->where('id', $templateId)->value('name');
        if ($name !== null) {
            $service = Capsule::table('tblhosting')->find($serviceId);
            self::send($name, (int) $service->userid, $serviceId, self::serviceFields($service));
        }
    }

    public static function invoice(string $templateName, int $invoiceId): void
    {
        $invoice = Capsule::table('tblinvoices')->find($invoiceId);
        self::send($templateName, (int) $invoice->userid, $invoiceId, [
            'invoice_id' => $invoiceId,
            'invoice_num' => $invoice->invoicenum ?: $invoiceId,
            'invoice_total' => $invoice->total,
            'invoice_date_due' => $invoice->duedate,
            'invoice_status' => $invoice->status,
        ]);
    }

    public static function toStaff(string $subject, string $message): void
    {
        $recipients = Capsule::table('tbladmins')->where('disabled', 0)->pluck('email')->implode(', ');
        self::record(0, $subject, $message, $recipients);
    }

    /** @param array<string, mixed> $fields */
    private static function send(string $templateName, int $clientId, int $relatedId, array $fields): void
    {
        $template = Capsule::table('tblemailtemplates')->where(['name' => $templateName, 'disabled' => 0])->first();
        if ($template === null) {
            return;
        }
        $client = Capsule::table('tblclients')->find($clientId);
        $fields += [
            'client_name' => "$client->firstname $client->lastname",
            'client_email' => $client->email,
            'company_name' => Setting::getValue('CompanyName'),
        ];
        $vars = ['messagename' => $templateName, 'relid' => $relatedId, 'mergefields' => $fields];
        $fromHooks = Hooks::merged('EmailPreSend', $vars);
        if ($fromHooks['abortsend'] ?? false) {
            return;
        }
        $fields = array_merge($fields, $fromHooks);
        self::record($clientId, Smarty::text($template->subject, $fields), Smarty::text($template->message, $fields), $client->email);
    }

    /** @return array<string, mixed> */
    private static function serviceFields(object $service): array
    {
        $product = Capsule::table('tblproducts')->find($service->packageid);
        $fields = [
            'service_id' => $service->id,
            'service_product_name' => $product->name,
            'service_billing_cycle' => $service->billingcycle,
            'service_recurring_amount' => $service->amount,
            'service_next_due_date' => $service->nextduedate,
            'service_status' => $service->domainstatus,
        ];
        foreach (CustomFields::valuesByShortName((int) $service->id) as $name => $value) {
            $fields['service_custom_field_' . preg_replace('/[^a-z0-9_]/', '', strtolower($name))] = $value;
        }
        return $fields;
    }

    private static function record(int $clientId, string $subject, string $message, string $to): void
    {
        $moment = Clock::now();
        Capsule::table('tblemails')->insert([
            'userid' => $clientId,
            'subject' => $subject,
            'message' => $message,
            'date' => $moment,
            'to' => $to,
            'created_at' => $moment,
            'updated_at' => $moment,
        ]);
    }
}
