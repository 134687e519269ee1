<?php

/**
 * The welcome e-mail and its merge fields: the key is in it whenever the account gives it in time.
 */

declare(strict_types=1);

namespace IspmanagerNoc\Tests\Manual;

use IspmanagerNoc\Account\Reply;
use Standin\Module\Queue;
use WHMCS\Database\Capsule;

final class MailTest extends ShopTest
{
    private const SUBJECT = 'New Product Information';

    protected function setUp(): void
    {
        parent::setUp();
        $this->sell(['welcomeemail' => 1]);
        Capsule::table('tblemailtemplates')->where('id', 1)->update([
            'message' => 'Key: {$service_custom_field_bitninjakey}. Order: {$service_custom_field_order_id}. License: {$service_custom_field_item}.',
        ]);
    }

    public function testTheWelcomeEmailHoldsTheKeyOfTheManual(): void
    {
        $this->bought();
        self::assertSame(['Key: KEY-900001. Order: 900001. License: 1001.'], $this->welcomes());
    }

    public function testAKeyThatTheAccountGivesAfterAFewSecondsIsInTheEmail(): void
    {
        $this->orders->givesKeys = false;
        $asked = 0;
        $this->account->answer('addition.edit', function (array $form) use (&$asked): Reply {
            $asked++ === 3 && $this->orders->giveKey();
            return $this->orders->form($form);
        });
        $this->bought();
        self::assertSame(['Key: KEY-900001. Order: 900001. License: 1001.'], $this->welcomes());
    }

    public function testAKeyThatIsLateKeepsNeitherTheServiceNorTheEmailAndComesByItself(): void
    {
        $this->orders->givesKeys = false;
        $service = $this->bought();
        self::assertSame(['Key: . Order: 900001. License: 1001.'], $this->welcomes());
        $this->orders->giveKey();
        $this->cron('2026-12-02');
        self::assertSame('KEY-900001', $this->whmcs->customFields($service)['bitninjakey']);
    }

    public function testAFieldThatAPartnerCalledOtherwiseKeepsItsMergeField(): void
    {
        Capsule::table('tblcustomfields')->where('fieldname', 'like', 'bitninjakey%')->update(['fieldname' => 'bitninjakey|Ключ BitNinja']);
        $this->bought();
        self::assertStringContainsString('Key: KEY-900001.', $this->welcomes()[0]);
    }

    public function testWithoutATemplateNothingIsSent(): void
    {
        $this->sell(['welcomeemail' => 0]);
        $this->bought();
        self::assertSame([], $this->welcomes());
    }

    public function testAnOrderThatFailsSendsItsWelcomeOnlyWhenItIsThere(): void
    {
        $this->orders->takesAndFallsSilent('addition.order.param');
        $this->order();
        $this->pay();
        self::assertSame([], $this->welcomes());
        $this->orders->open();
        self::assertSame('success', Queue::retry(1));
        self::assertSame(['Key: KEY-900001. Order: 900001. License: 1001.'], $this->welcomes());
    }

    /** @return list<string> */
    private function welcomes(): array
    {
        return Capsule::table('tblemails')->where('subject', self::SUBJECT)->orderBy('id')->pluck('message')->all();
    }
}
