<?php

/**
 * The texts of a view of the panel, from `lang/panel`: the panel holds none itself, so that a page pays for one language and one view.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

final class PanelTexts
{
    /**
     * @param string $language `en` or `ru`; any other is answered in English
     * @return list<array{string, string}> names and texts; a view shows the name of a text that it was not given
     */
    public static function of(View $view, string $language): array
    {
        $file = dirname(__DIR__, 2) . '/lang/panel/' . ($language === 'ru' ? 'ru' : 'en') . '.json';
        $views = json_decode((string) file_get_contents($file), true) ?? [];
        $texts = ($views['common'] ?? []) + ($views[$view->value] ?? []);
        return array_map(null, array_keys($texts), array_values($texts));
    }
}
