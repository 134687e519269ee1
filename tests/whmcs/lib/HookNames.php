<?php

/**
 * Hook points of the public reference (developers.whmcs.com/hooks-reference): those run here, and those only accepted.
 */

declare(strict_types=1);

namespace Standin;

final class HookNames
{
    private const RUN = [
        'AcceptOrder', 'AddonModuleConfigSave', 'AdminAreaFooterOutput', 'AdminAreaHeadOutput', 'AdminAreaHeaderOutput',
        'AdminAreaPage', 'AdminHomeWidgets', 'AdminClientServicesTabFields', 'AdminClientServicesTabFieldsSave', 'AdminProductConfigFields',
        'AdminProductConfigFieldsSave', 'AdminServiceEdit', 'AfterCronJob', 'AfterModuleCreate', 'AfterModuleCreateFailed',
        'AfterModuleCustom', 'AfterModuleCustomFailed', 'AfterModuleTerminate', 'AfterModuleTerminateFailed',
        'AfterShoppingCartCheckout', 'CancellationRequest', 'ClientAdd', 'ClientAreaFooterOutput', 'ClientAreaHeadOutput',
        'ClientAreaHeaderOutput', 'ClientAreaPage', 'ClientAreaPageProductDetails', 'ClientAreaProductDetails',
        'ClientAreaProductDetailsOutput', 'ClientAreaProductDetailsPreModuleTemplate', 'DailyCronJob', 'EmailPreSend',
        'InvoiceCreated', 'InvoiceCreation', 'InvoicePaid', 'InvoicePaidPreEmail', 'LogActivity', 'OrderPaid', 'PreAdminServiceEdit',
        'PreCronJob', 'PreModuleCreate', 'PreModuleCustom', 'PreModuleRenew', 'PreModuleTerminate', 'ProductDelete',
        'ProductEdit', 'ServerAdd', 'ServerDelete', 'ServerEdit', 'ServiceDelete', 'ServiceEdit',
        'ServiceRecurringCompleted',        'ShoppingCartValidateCheckout', 'ShoppingCartValidateProductUpdate',
    ];

    /** Documented, so modules may register them; nothing here ever runs them. */
    private const ACCEPTED = [
        'AddonActivated', 'AddonActivation', 'AddonAdd', 'AddonCancelled', 'AddonConfigSave', 'AddonDeleted', 'AddonEdit',
        'AddonSuspended', 'AddonTerminated', 'AddonUnsuspended', 'AdminLogin', 'AdminLogout',
        'AfterModuleChangePackage', 'AfterModuleChangePackageFailed', 'AfterModuleChangePassword',
        'AfterModuleChangePasswordFailed', 'AfterModuleSuspend', 'AfterModuleSuspendFailed', 'AfterModuleUnsuspend',
        'AfterModuleUnsuspendFailed', 'AfterProductUpgrade', 'CancelOrder', 'ClientAreaPageCart', 'ClientAreaPrimarySidebar',
        'ClientAreaSecondarySidebar', 'ClientEdit', 'ClientLogin', 'ClientLogout', 'CustomFieldLoad', 'CustomFieldSave',
        'DailyCronJobPreEmail', 'DeleteOrder', 'EmailTplMergeFields', 'FraudOrder', 'InvoiceCancelled', 'InvoiceRefunded',
        'OverrideModuleUsernameGeneration', 'PendingOrder', 'PostAutomationTask', 'PreAutomationTask',
        'PreModuleChangePackage', 'PreModuleChangePassword', 'PreModuleSuspend', 'PreModuleUnsuspend', 'PreServiceEdit',
        'PreServiceAdd', 'ProductAdd', 'UserLogin', 'UserLogout',
    ];

    public static function isRun(string $name): bool
    {
        return in_array($name, self::RUN, true);
    }

    public static function isDocumented(string $name): bool
    {
        return self::isRun($name) || in_array($name, self::ACCEPTED, true);
    }
}
