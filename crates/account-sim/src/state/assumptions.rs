//! The switches for what nobody knows: one or more for each of the unknowns U1 to U30, the most probable answer being
//! the default. `account-sim assumptions` prints them, `POST /control/seed` turns them, the rest of the code asks them.

use serde::{Deserialize, Serialize};

/// A switch as people read it. Its name begins with the number of the unknown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assumption {
    pub name: &'static str,
    pub question: &'static str,
    pub default: String,
    /// What each value means; for a number, what the number is.
    pub answers: Vec<(String, &'static str)>,
}

/// Declares an enum for each switch of words, the struct of all switches and the table that tells of them. The first
/// answer is the default.
macro_rules! assumptions {
    (
        words {
            $($word:ident: $kind:ident, $question:literal {
                $first:ident $first_meaning:literal, $($value:ident $meaning:literal,)+
            })+
        }
        numbers {
            $($number:ident: $type:ty = $default:expr, $number_question:literal, $number_meaning:literal;)+
        }
    ) => {
        $(
            #[doc = $question]
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(rename_all = "snake_case")]
            pub enum $kind {
                #[default]
                #[doc = $first_meaning]
                $first,
                $(#[doc = $meaning] $value,)+
            }
        )+

        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Assumptions {
            $(#[doc = $question] pub $word: $kind,)+
            $(#[doc = $number_question] pub $number: $type,)+
        }

        impl Default for Assumptions {
            fn default() -> Self {
                Self { $($word: $kind::default(),)+ $($number: $default,)+ }
            }
        }

        impl Assumptions {
            /// Every switch, in the order of the unknowns.
            pub fn table() -> Vec<Assumption> {
                let mut table = vec![
                    $(Assumption {
                        name: stringify!($word),
                        question: $question,
                        default: spelt($kind::default()),
                        answers: vec![(spelt($kind::$first), $first_meaning), $((spelt($kind::$value), $meaning),)+],
                    },)+
                    $(Assumption {
                        name: stringify!($number),
                        question: $number_question,
                        default: spelt::<$type>($default),
                        answers: vec![("a number".to_owned(), $number_meaning)],
                    },)+
                ];
                table.sort_by_key(Assumption::number);
                table
            }
        }
    };
}

assumptions! {
    words {
        u1_order_answer: OrderAnswer, "What does the answer to an order hold?" {
            Id "`id` of the new service, in bjson as `{\"v\": …}`, and `ok`",
            PlainId "the same, in bjson as a plain string",
            OkOnly "`ok` alone",
        }
        u2_clicked_button: ClickedButton, "Does an order need `clicked_button=finish`?" {
            Optional "it may be left out",
            Required "without it the order's form comes back and nothing is bought",
        }
        u3_short_balance: ShortBalance, "What happens to an order or a renewal when the balance is short?" {
            Error "it is refused with an error and nothing changes",
            Unpaid "it lies in the basket: `billorder` and `ok`, no `id`",
            UnpaidWithId "it lies in the basket: `id`, `billorder` and `ok`",
        }
        u4_remoteid: RemoteId, "What becomes of an order's `remoteid`?" {
            Edit "it is kept and shown in forms only",
            ListAndEdit "it is kept and shown in lists and forms",
            Hidden "it is kept and shown nowhere",
            Dropped "it is not kept",
        }
        u5_bitninja_fields: BitNinjaFields, "How does the form of a BitNinja module name its fields?" {
            AsInManual "`bitninja_email`, `bitninjakey`, `bitninja_password`",
            Underscored "`bitninja_email`, `bitninja_key`, `bitninja_password`",
            Short "`email`, `key`, `password`; the order still takes `bitninja_email`",
        }
        u6_ddos_guard_fields: DdosGuardFields, "What does an order of DDoS-Guard ask for?" {
            DomainAndTargetIp "`domain` and `target_ip`",
            DomainAndIp "`domain` and `ip`",
        }
        u7_other_modules: OtherModules, "What do LiteSpeed and the other modules ask for?" {
            ItemOnly "`item` alone",
            ItemAndName "`item` and `licname`",
        }
        u9_missing_period: MissingPeriod, "What is an order without a period, or with period 0?" {
            Refused "error `value` of `period`",
            FirstOffered "an order for the tariff's first period",
        }
        u10_unoffered_period: UnofferedPeriod, "What happens when the tariff does not offer the period?" {
            Value "error `value` of `period`",
            Text "an error without a known type: the tariff cannot be ordered for this period",
            Accepted "it is sold at the price of a month times the months",
        }
        u11_deletion: Deletion, "May a client delete a module?" {
            Allowed "yes, at once",
            Access "no: error `access`; it can only run out",
        }
        u12_module_suspension: ModuleSuspension, "May a client suspend and resume a module?" {
            Access "no: error `access`",
            Allowed "yes, like a licence",
        }
        u13_renewal_period: RenewalPeriod, "For which periods can a service be renewed?" {
            AnyOffered "for each that its tariff offers; the service then has that period",
            OwnOnly "for its own; `edit` with another `autoprolong` changes it",
        }
        u14_price_list: PriceListAccess, "Who may read the price list?" {
            LoggedIn "whoever is logged in",
            Public "everybody; without a login it is the EU list",
        }
        u15_tariff_names: TariffNames, "Under which name does the price list hold a tariff's name?" {
            Name "`name`, beside the internal name",
            Title "`title`, beside the internal name",
            ByLanguage "`name_en` and `name_ru`, beside the internal name",
            InternalOnly "only the internal name",
        }
        u16_status_field: StatusField, "Under which name does a row of a list hold the status?" {
            ItemStatus "`item_status`, with `item_real_status` beside it",
            Status "`status`",
            StatusMsg "`status_msg`, the number being its attribute",
        }
        u18_ip_block: IpBlock, "What does an address see that failed to log in too often?" {
            Badip "error `auth` of `badip`",
            Forbidden "HTTP 403",
            Blocked "HTTP 460",
        }
        u19_time_zone: TimeZoneOfDates, "In which time zone are dates?" {
            ByRegion "Moscow for the RU account, UTC for the EU one",
            Utc "UTC for both",
            Cet "Moscow for the RU account, UTC+1 for the EU one",
        }
        u20_trial: TrialLimit, "How often can a trial be ordered?" {
            OncePerLicence "once for each tariff and ispmanager licence; once for an account where there is no licence",
            OncePerAccount "once for each tariff and account",
            Unlimited "as often as one likes",
        }
        u21_session_newkey: SessionNewkey, "May a client ask for a login key?" {
            OwnLogin "for the own login",
            Access "no: error `access`",
        }
        u22_delete_sok: DeleteSok, "Does a deletion need `sok=ok`?" {
            NotNeeded "no",
            Needed "yes; without it nothing is deleted and the answer is a form",
        }
        u23_refund: Refund, "Is money paid back when a service is deleted?" {
            None "nothing",
            RemainingDays "the share of the days that were paid and not used",
        }
        u24_licence_deletion: LicenceDeletion, "What becomes of the modules of a deleted ispmanager licence?" {
            Suspended "they are suspended",
            Deleted "they are deleted",
            Untouched "nothing",
        }
        u25_foreign_item: ForeignItem, "What happens to an order for a licence of another account?" {
            Value "error `value` of `item`",
            Missed "error `missed`",
            Accepted "it is carried out",
        }
        u26_http_status: HttpStatus, "Which HTTP status has an error document?" {
            AlwaysOk "200",
            ByError "401 for `auth`, 403 for `access`, 404 for `missed`, else 400",
        }
        u28_suspended_renewal: SuspendedRenewal, "From when is a suspended service renewed?" {
            FromToday "from the day of the renewal",
            FromEnd "from its old end",
            Refused "it cannot be renewed",
        }
        u29_extra_slash: ExtraSlash, "Are `/billmgr/` and `//billmgr` addresses of the account?" {
            Tolerated "yes",
            NotFound "no: HTTP 404",
        }
    }
    numbers {
        u8_invented_ids: u32 = 90_000, "Which ids do tariffs have whose ids no public page names?",
            "the ids begin above it";
        u17_activation_reads: Option<u32> = Some(2), "When does a new service become active?",
            "after it was shown so often; 0 is at once, null is never by reading";
        u17_activation_seconds: Option<u32> = Some(3), "When does a new service become active?",
            "after so many seconds; null is never by time";
        u17_key_seconds: u32 = 0, "When does the key of an active BitNinja module appear?",
            "so many seconds after the service became active";
        u18_login_failures: Option<u32> = Some(5), "How many failed logins block a user for 20 seconds?",
            "so many in a row; null never blocks";
        u18_ip_failures: Option<u32> = None, "How many failed logins block an address?",
            "so many in a row; null never blocks";
        u18_requests_per_second: Option<u32> = None, "How many requests a second may an account make?",
            "above it HTTP 429; null is any number";
        u27_longest_text: u32 = 255, "How long may `licname` and `bitninja_email` be?",
            "so many characters";
        u30_ru_business: u32 = 55_234, "Which id has ispmanager business in the RU list?",
            "the id";
    }
}

impl Assumption {
    fn number(&self) -> u32 {
        let digits = self.name.trim_start_matches('u').split('_').next();
        digits.and_then(|digits| digits.parse().ok()).unwrap_or_default()
    }
}

/// A value as the control API spells it.
fn spelt<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unknown_has_its_switch() {
        let numbers: Vec<u32> = Assumptions::table().iter().map(Assumption::number).collect();
        for unknown in 1..=30 {
            assert!(numbers.contains(&unknown), "U{unknown}");
        }
        assert!(numbers.is_sorted());
    }
}
