<?php

/**
 * Registers a client together with the user who logs in for it.
 */

declare(strict_types=1);

namespace Standin\Client;

use Standin\Clock;
use Standin\Hooks;
use Standin\Log;
use Standin\Request;
use WHMCS\Database\Capsule;

final class Registration
{
    public const FIELDS = [
        'firstname' => 'First Name', 'lastname' => 'Last Name', 'email' => 'Email Address', 'phonenumber' => 'Phone Number',
        'companyname' => 'Company Name', 'address1' => 'Street Address', 'address2' => 'Street Address 2', 'city' => 'City',
        'state' => 'State', 'postcode' => 'Postcode', 'country' => 'Country',
    ];
    public const COUNTRIES = ['DE' => 'Germany', 'FR' => 'France', 'NL' => 'Netherlands', 'RU' => 'Russian Federation', 'US' => 'United States'];

    /** @return list<string> complaints; empty when the form is fine */
    public static function complaints(): array
    {
        $complaints = [];
        foreach (['firstname', 'lastname', 'email'] as $name) {
            if (Request::text($name) === '') {
                $complaints[] = self::FIELDS[$name] . ' is required';
            }
        }
        if (Request::text('email') !== '' && filter_var(Request::text('email'), FILTER_VALIDATE_EMAIL) === false) {
            $complaints[] = 'The email address you entered was not valid';
        }
        if (Capsule::table('tblusers')->where('email', Request::text('email'))->exists()) {
            $complaints[] = 'A user already exists with that email address';
        }
        if (strlen(Request::secret('password')) < 5) {
            $complaints[] = 'Your password is too short';
        }
        if (Request::secret('password') !== Request::secret('password2')) {
            $complaints[] = 'The passwords you entered did not match';
        }
        return $complaints;
    }

    public static function save(): int
    {
        $password = password_hash(Request::secret('password'), PASSWORD_BCRYPT, ['cost' => 4]);
        $columns = array_map(static fn (string $name) => Request::text($name), array_combine(array_keys(self::FIELDS), array_keys(self::FIELDS)));
        $currency = Capsule::table('tblcurrencies')->find(Request::int('currency')) ?? Visitor::currency();
        $clientId = (int) Capsule::table('tblclients')->insertGetId($columns + [
            'uuid' => bin2hex(random_bytes(16)),
            'currency' => $currency->id,
            'language' => Visitor::language(),
            'datecreated' => Clock::today(),
            'notes' => '',
        ]);
        $userId = Capsule::table('tblusers')->insertGetId([
            'first_name' => $columns['firstname'],
            'last_name' => $columns['lastname'],
            'email' => $columns['email'],
            'password' => $password,
        ]);
        Capsule::table('tblusers_clients')->insert(['auth_user_id' => $userId, 'client_id' => $clientId, 'permissions' => '']);
        Log::activity("Created Client $columns[firstname] $columns[lastname] - User ID: $clientId", $clientId);
        Hooks::run('ClientAdd', ['client_id' => $clientId, 'userid' => $clientId] + $columns);
        return $clientId;
    }
}
