<?php

/**
 * The element in which a view of the panel appears, with everything that the view must know. It holds no credential.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Page;

use IspmanagerNoc\Relay\Answer;
use IspmanagerNoc\Texts;

final class MountNode
{
    public function __construct(
        private readonly Assets $assets,
        private readonly string $token,
        private readonly Texts $texts,
    ) {
    }

    /**
     * @param string $relay where messages are posted, relative to the page
     * @param string|null $notice stands in place of the view when the relay cannot answer
     * @param string $native HTML that the view replaces; it stays when the panel does not start
     * @param array<string, mixed>|null $answer what the relay would answer to the view's first message, where the page knows it already, or what
     *     a view shows that asks nothing
     * @param array<string, mixed>|null $first the message that the view sends first, where the page knows it, as crates/wire writes it
     */
    public function html(
        View $view,
        string $relay,
        int $product = 0,
        int $service = 0,
        ?string $notice = null,
        string $native = '',
        ?array $answer = null,
        ?array $first = null,
    ): string {
        $attributes = [
            'class' => 'ispnoc-mount',
            'data-ispnoc' => $view->value,
            'data-wasm' => $this->assets->url('wasm'),
            'data-wasm-integrity' => $this->assets->integrity('wasm'),
            'data-style' => $this->assets->url('style'),
            'data-style-integrity' => $this->assets->integrity('style'),
            'data-stopped' => $this->texts->get($view === View::ServiceInfo ? 'panel.stopped-for-client' : 'panel.stopped'),
            'data-config' => Answer::json([
                'relay' => $relay,
                'token' => $this->token,
                'language' => $this->texts->language,
                'product' => $product,
                'service' => $service,
                'notice' => $notice,
                'texts' => PanelTexts::of($view, $this->texts->language),
            ]),
        ] + array_map(Answer::json(...), array_filter(['data-answer' => $answer, 'data-first' => $first]));
        $markup = '';
        foreach ($attributes as $name => $value) {
            $markup .= sprintf(' %s="%s"', $name, Html::escape($value));
        }
        return "<div$markup>$native</div>";
    }
}
