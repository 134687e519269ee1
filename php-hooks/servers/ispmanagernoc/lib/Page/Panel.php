<?php

/**
 * The panel in the page that WHMCS is printing: its files, and its mount nodes with the relay, token and language of whoever
 * looks at it.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\Texts;
use IspmanagerNoc\Whmcs\Addon;
use IspmanagerNoc\Whmcs\Module;
use IspmanagerNoc\Whmcs\Site;
use IspmanagerNoc\Whmcs\Staff;
use IspmanagerNoc\Whmcs\Token;

final class Panel
{
    public static function assets(): Assets
    {
        return new Assets(dirname(__DIR__, 2) . '/assets', Site::path() . '/modules/servers/' . Module::NAME . '/assets');
    }

    /**
     * @param string $native HTML that the view replaces; it stays where the panel does not start or may not ask
     * @param array<string, mixed>|null $answer see {@see MountNode::html}, and so $first
     */
    public static function forStaff(
        View $view,
        int $product = 0,
        int $service = 0,
        string $native = '',
        ?array $answer = null,
        ?array $first = null,
    ): string {
        $texts = Texts::current();
        $notice = self::notice($texts);
        $node = self::node($texts);
        if ($notice === null) {
            return self::withFiles($node->html($view, Addon::PAGE, $product, $service, null, $native, $answer, $first));
        }
        $plain = '<div class="ispnoc">' . Html::warning($notice) . '</div>';
        return self::withFiles($node->html($view, Addon::PAGE, $product, $service, $notice, $plain)) . $native;
    }

    public static function forClient(View $view, int $service, string $native = ''): string
    {
        $relay = "clientarea.php?action=productdetails&id=$service";
        $first = ['action' => $view->value, 'service' => $service];
        return self::withFiles(self::node(Texts::current())->html($view, $relay, 0, $service, null, $native, first: $first));
    }

    /**
     * A view that asks nothing, and so needs no relay.
     *
     * @param string $native HTML that the view replaces
     * @param array<string, mixed> $shown what it shows
     */
    public static function withoutRelay(View $view, Texts $texts, string $native = '', array $shown = []): string
    {
        return self::withFiles(self::node($texts)->html($view, '', native: $native, answer: $shown));
    }

    /** Only a node brings them, so that no other page loads a byte; a page with two of them loads each file once. */
    private static function withFiles(string $node): string
    {
        $assets = self::assets();
        return $assets->styleLink() . $node . $assets->scriptTag();
    }

    private static function node(Texts $texts): MountNode
    {
        return new MountNode(self::assets(), Token::current(), $texts);
    }

    /** Why the relay cannot answer this member of staff; null when it can. */
    private static function notice(Texts $texts): ?string
    {
        $staff = Staff::current();
        return match (true) {
            !Addon::isThere() => $texts->get('notice.addon-missing'),
            !Addon::isActive() => $texts->get('notice.addon-inactive'),
            $staff === null || !Addon::admits($staff) => $texts->get('notice.addon-access'),
            default => null,
        };
    }
}
