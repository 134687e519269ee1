<?php

/**
 * The input of one setting of an addon module.
 *
 * @var string $name @var array<string, mixed> $definition @var string $value
 */

namespace Standin\Admin;

$options = array_map('trim', explode(',', (string) ($definition['Options'] ?? '')));
echo match ($definition['Type'] ?? 'text') {
    'yesno' => tick($name, $value === 'on'),
    'dropdown' => select($name, array_combine($options, $options), $value),
    'radio' => implode('', array_map(static fn (string $option) => radio($name, $option, $value, $option), $options)),
    'textarea' => "<textarea name=\"$name\" class=\"form-control\" rows=\"3\">" . e($value) . '</textarea>',
    'password' => text($name, $value, 'input-300', 'password'),
    'text' => text($name, $value),
};
