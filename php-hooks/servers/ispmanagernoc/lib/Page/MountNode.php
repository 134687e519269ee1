<?php

/**
 * The element in which a view of the panel appears, with everything that the view must know. It holds no credential.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

final class MountNode
{
    public function __construct(
        private readonly Assets $assets,
        private readonly string $token,
        private readonly string $language,
    ) {
    }

    /**
     * @param string $relay where messages are posted, relative to the page
     * @param string|null $notice stands in place of the view when the relay cannot answer
     * @param string $native HTML that the view replaces; it stays when the panel does not start
     */
    public function html(
        View $view,
        string $relay,
        int $product = 0,
        int $service = 0,
        ?string $notice = null,
        string $native = '',
    ): string {
        $attributes = [
            'class' => 'ispnoc-mount',
            'data-ispnoc' => $view->value,
            'data-script' => $this->assets->url('script'),
            'data-wasm' => $this->assets->url('wasm'),
            'data-style' => $this->assets->url('style'),
            'data-config' => self::json([
                'relay' => $relay,
                'token' => $this->token,
                'language' => $this->language,
                'product' => $product,
                'service' => $service,
                'notice' => $notice,
                'texts' => PanelTexts::of($view, $this->language),
            ]),
        ];
        $markup = '';
        foreach ($attributes as $name => $value) {
            $markup .= sprintf(' %s="%s"', $name, Html::escape($value));
        }
        return "<div$markup>$native</div>";
    }

    /** @param array<string, mixed> $config */
    private static function json(array $config): string
    {
        return json_encode($config, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
    }
}
