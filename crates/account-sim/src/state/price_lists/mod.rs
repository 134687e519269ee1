//! The price lists of the two regions. Ids below 60000 and internal names that a vendor's page names are real
//! (BitNinja, DDoS-Guard, Dr.Web, CloudLinux, Softaculous, KernelCare, ispmanager); ids from 90000 up, every
//! price, and most periods are invented, since no public page gives them. The EU list is as long as a partner's who
//! resells some forty tariffs, the RU list half of that.

mod certificates;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::assumptions::Assumptions;
use super::goods::Goods;
use super::money::Minor;
use super::period::Period;
use super::tariff::{Addon, ItemType, Region, Tariff, TariffId};
use certificates::certificates;

use Goods::{AddressedLicence, BitNinjaModule, DdosGuardModule, NamedLicence, OtherModule};
use ItemType::{Addition, Soft, Softexternal};

/// Ids from here up are invented; a world may begin them elsewhere.
const FIRST_INVENTED: u32 = 90_000;

pub fn price_list(region: Region, assumptions: &Assumptions) -> BTreeMap<TariffId, Tariff> {
    let rows = match region {
        Region::Eu => EU,
        Region::Ru => RU,
    };
    let others = rows.iter().map(|row| row.tariff(assumptions));
    others.chain(certificates(region)).map(|tariff| (tariff.id, tariff)).collect()
}

/// Id, type, goods, name, internal name, prices.
struct Row(u32, ItemType, Goods, &'static str, &'static str, &'static [(Period, Minor)]);

impl Row {
    fn tariff(&self, assumptions: &Assumptions) -> Tariff {
        let Self(id, item_type, goods, name, internal_name, prices) = *self;
        let known = |id| match id {
            RU_BUSINESS => assumptions.u30_ru_business,
            FIRST_INVENTED.. => assumptions.u8_invented_ids.saturating_add(id - FIRST_INVENTED),
            _ => id,
        };
        let addons = NODES.iter().filter(|nodes| nodes.of == id);
        Tariff {
            id: TariffId(known(id)),
            item_type,
            goods,
            name: Cow::Borrowed(name),
            internal_name: Cow::Borrowed(internal_name),
            prices: prices.iter().copied().collect(),
            addons: addons.map(|nodes| (TariffId(known(nodes.id)), nodes.addon())).collect(),
            min_order_days: match internal_name {
                "SitePro" => 7,
                _ => 0,
            },
        }
    }
}

/// Inferred from its neighbours; no page was found that names it.
const RU_BUSINESS: u32 = 55_234;

/// The nodes of ispmanager business. The number of the parameter is public for the EU list (`addon_55236`) only.
struct Nodes {
    of: u32,
    id: u32,
    name: &'static str,
    prices: [(Period, Minor); 2],
}

const NODES: &[Nodes] = &[
    Nodes { of: 55230, id: 55236, name: "Additional nodes", prices: [for_months(1, 7_50), for_months(12, 81_00)] },
    Nodes {
        of: RU_BUSINESS,
        id: 91_301,
        name: "Дополнительные узлы",
        prices: [for_months(1, 520_00), for_months(12, 5_620_00)],
    },
];

impl Nodes {
    fn addon(&self) -> Addon {
        Addon { name: Cow::Borrowed(self.name), internal_name: Cow::Borrowed("nodes"), prices: self.prices.into() }
    }
}

const TRIAL: (Period, Minor) = (Period::Trial, Minor(0));

const fn for_months(months: u16, price: i64) -> (Period, Minor) {
    (Period::Months(months), Minor(price))
}

#[rustfmt::skip]
const EU: &[Row] = &[
    Row(55371, Addition, BitNinjaModule, "BitNinja", "BitNinja", &[for_months(1, 10_00), for_months(6, 57_00), for_months(12, 108_00), TRIAL]),
    Row(23221, Addition, DdosGuardModule, "DDoS-Guard", "DDoSGUARD", &[for_months(1, 12_00), for_months(3, 34_50), for_months(6, 66_00), for_months(12, 126_00)]),
    Row(55361, Addition, OtherModule, "Dr.Web for ispmanager 6 lite", "DrWebLite", &[for_months(1, 3_50), for_months(12, 38_00)]),
    Row(55362, Addition, OtherModule, "Dr.Web for ispmanager 6 pro", "DrWebPro", &[for_months(1, 4_90), for_months(12, 53_00)]),
    Row(55363, Addition, OtherModule, "Dr.Web for ispmanager 6 host", "DrWebHost", &[for_months(1, 7_20), for_months(12, 78_00)]),
    Row(90101, Addition, OtherModule, "LiteSpeed Site Owner", "LiteSpeedSiteOwner", &[for_months(1, 11_00), for_months(3, 32_00), for_months(6, 62_00), for_months(12, 120_00)]),
    Row(90102, Addition, OtherModule, "LiteSpeed Web Host Essential", "LiteSpeedWebHost", &[for_months(1, 26_00), for_months(12, 284_00)]),
    Row(90103, Addition, OtherModule, "ImunifyAV+", "ImunifyAVPlus", &[for_months(1, 5_60), for_months(12, 60_50)]),
    Row(90104, Addition, OtherModule, "Imunify360 (up to 30 users)", "Imunify360_30", &[for_months(1, 24_00)]),
    Row(90105, Addition, OtherModule, "Kaspersky for ispmanager", "Kaspersky", &[for_months(1, 4_20), for_months(6, 24_00), for_months(12, 45_00)]),
    Row(90106, Addition, OtherModule, "Site.pro website builder", "SitePro", &[for_months(1, 6_00), for_months(3, 17_00), for_months(12, 64_00)]),
    Row(90107, Addition, OtherModule, "Virusdie", "Virusdie", &[for_months(1, 2_40), for_months(12, 25_90)]),
    Row(90108, Addition, OtherModule, "LiteSpeed Site Owner Plus", "LiteSpeedSiteOwnerPlus", &[for_months(1, 16_00), for_months(3, 46_50), for_months(6, 90_00), for_months(12, 174_00)]),
    Row(90109, Addition, OtherModule, "LiteSpeed Web Host Lite", "LiteSpeedWebHostLite", &[for_months(1, 19_00), for_months(12, 207_00)]),
    Row(90110, Addition, OtherModule, "LiteSpeed Web Host Professional", "LiteSpeedWebHostPro", &[for_months(1, 39_00), for_months(12, 426_00)]),
    Row(90111, Addition, OtherModule, "LiteSpeed Web Host Enterprise", "LiteSpeedWebHostEnterprise", &[for_months(1, 56_00), for_months(12, 611_00)]),
    Row(90112, Addition, OtherModule, "Imunify360 (1 user)", "Imunify360_1", &[for_months(1, 13_50)]),
    Row(90113, Addition, OtherModule, "Imunify360 (up to 250 users)", "Imunify360_250", &[for_months(1, 33_00)]),
    Row(90114, Addition, OtherModule, "Imunify360 (unlimited users)", "Imunify360_Unlimited", &[for_months(1, 44_00)]),
    Row(90115, Addition, OtherModule, "ImunifyEmail", "ImunifyEmail", &[for_months(1, 4_80), for_months(12, 52_00)]),
    Row(90116, Addition, OtherModule, "JetBackup for ispmanager", "JetBackup", &[for_months(1, 5_30), for_months(6, 30_90), for_months(12, 57_00)]),
    Row(90117, Addition, OtherModule, "Acronis backup, 100 GB", "AcronisBackup100", &[for_months(1, 6_40), for_months(12, 69_00)]),
    Row(90118, Addition, OtherModule, "Acronis backup, 500 GB", "AcronisBackup500", &[for_months(1, 22_50), for_months(12, 243_00)]),
    Row(90119, Addition, OtherModule, "SpamExperts incoming filter", "SpamExperts", &[for_months(1, 2_90), for_months(3, 8_40), for_months(12, 31_00)]),
    Row(90120, Addition, OtherModule, "Patchman", "Patchman", &[for_months(1, 7_80)]),
    Row(90121, Addition, OtherModule, "Site.pro website builder, 10 sites", "SitePro10", &[for_months(1, 38_00), for_months(3, 109_00), for_months(12, 408_00)]),
    Row(55369, Softexternal, NamedLicence, "BitNinja licence", "BitNinjaLicense", &[for_months(1, 14_00), for_months(3, 40_00), for_months(6, 78_00), for_months(12, 150_00), TRIAL]),
    Row(9203, Softexternal, AddressedLicence, "CloudLinux OS Shared", "CloudLinux", &[for_months(1, 16_00)]),
    Row(9204, Softexternal, AddressedLicence, "Softaculous", "Softaculous", &[for_months(1, 2_50)]),
    Row(11738, Softexternal, AddressedLicence, "KernelCare", "KernelCare", &[for_months(1, 3_95)]),
    Row(90201, Softexternal, AddressedLicence, "Imunify360 & \"ImunifyAV\" <server>", "Imunify360", &[for_months(1, 28_00), for_months(12, 302_00)]),
    Row(90202, Softexternal, AddressedLicence, "LiteSpeed Web Server", "LiteSpeed", &[for_months(1, 29_00), for_months(6, 168_00), for_months(12, 320_00)]),
    Row(90203, Softexternal, AddressedLicence, "CloudLinux OS Solo", "CloudLinuxSolo", &[for_months(1, 6_50)]),
    Row(90204, Softexternal, AddressedLicence, "CloudLinux OS Admin", "CloudLinuxAdmin", &[for_months(1, 9_50)]),
    Row(90205, Softexternal, AddressedLicence, "CloudLinux OS Shared Pro", "CloudLinuxSharedPro", &[for_months(1, 21_00)]),
    Row(90206, Softexternal, AddressedLicence, "KernelCare Enterprise", "KernelCareEnterprise", &[for_months(1, 5_20)]),
    Row(90207, Softexternal, AddressedLicence, "Softaculous for a dedicated server", "SoftaculousDedicated", &[for_months(1, 4_00), for_months(12, 43_00)]),
    Row(90208, Softexternal, AddressedLicence, "LiteSpeed Web ADC", "LiteSpeedADC", &[for_months(1, 52_00), for_months(12, 567_00)]),
    Row(90209, Softexternal, AddressedLicence, "JetBackup 5", "JetBackup5", &[for_months(1, 8_60), for_months(12, 93_00)]),
    Row(90210, Softexternal, AddressedLicence, "Virtualizor", "Virtualizor", &[for_months(1, 8_20), for_months(12, 88_00)]),
    Row(90211, Softexternal, AddressedLicence, "Webuzo", "Webuzo", &[for_months(1, 3_10), for_months(12, 33_00)]),
    Row(55227, Soft, AddressedLicence, "ispmanager 6 lite", "ispmanager6lite", &[for_months(1, 5_90), for_months(12, 63_70)]),
    Row(55228, Soft, AddressedLicence, "ispmanager 6 pro", "ispmanager6pro", &[for_months(1, 9_90), for_months(12, 106_90)]),
    Row(55229, Soft, AddressedLicence, "ispmanager 6 host", "ispmanager6host", &[for_months(1, 16_90), for_months(12, 182_50)]),
    Row(55230, Soft, AddressedLicence, "ispmanager 6 business", "ispmanager6business", &[for_months(1, 22_90), for_months(12, 247_30)]),
    Row(55239, Soft, AddressedLicence, "ispmanager 6 trial", "ispmanager6trial", &[TRIAL]),
    Row(55240, Soft, AddressedLicence, "ispmanager 6 business trial", "ispmanager6businesstrial", &[TRIAL]),
];

#[rustfmt::skip]
const RU: &[Row] = &[
    Row(55390, Addition, BitNinjaModule, "BitNinja", "BitNinja", &[for_months(1, 990_00), for_months(6, 5_640_00), for_months(12, 10_690_00), TRIAL]),
    Row(23221, Addition, DdosGuardModule, "Защита DDoS-Guard", "DDoSGUARD", &[for_months(1, 1_100_00), for_months(3, 3_160_00), for_months(6, 6_050_00), for_months(12, 11_500_00)]),
    Row(55377, Addition, OtherModule, "Антивирус Dr.Web для ispmanager 6 lite", "DrWebLite", &[for_months(1, 290_00), for_months(12, 3_130_00)]),
    Row(55378, Addition, OtherModule, "Антивирус Dr.Web для ispmanager 6 pro", "DrWebPro", &[for_months(1, 420_00), for_months(12, 4_530_00)]),
    Row(55379, Addition, OtherModule, "Антивирус Dr.Web для ispmanager 6 host", "DrWebHost", &[for_months(1, 640_00), for_months(12, 6_910_00)]),
    Row(91101, Addition, OtherModule, "Веб-сервер LiteSpeed Site Owner", "LiteSpeedSiteOwner", &[for_months(1, 1_050_00), for_months(3, 3_050_00), for_months(6, 5_900_00), for_months(12, 11_300_00)]),
    Row(91102, Addition, OtherModule, "Веб-сервер LiteSpeed Web Host Essential", "LiteSpeedWebHost", &[for_months(1, 2_450_00), for_months(12, 26_460_00)]),
    Row(91103, Addition, OtherModule, "Антивирус ImunifyAV+", "ImunifyAVPlus", &[for_months(1, 520_00), for_months(12, 5_610_00)]),
    Row(91104, Addition, OtherModule, "Imunify360 (до 30 пользователей)", "Imunify360_30", &[for_months(1, 2_250_00)]),
    Row(91105, Addition, OtherModule, "Антивирус Касперского для ispmanager", "Kaspersky", &[for_months(1, 380_00), for_months(6, 2_160_00), for_months(12, 4_100_00)]),
    Row(91106, Addition, OtherModule, "Конструктор сайтов Site.pro", "SitePro", &[for_months(1, 540_00), for_months(3, 1_540_00), for_months(12, 5_800_00)]),
    Row(91107, Addition, OtherModule, "Антивирус Virusdie", "Virusdie", &[for_months(1, 210_00), for_months(12, 2_260_00)]),
    Row(55391, Softexternal, NamedLicence, "Лицензия BitNinja", "BitNinjaLicense", &[for_months(1, 1_350_00), for_months(3, 3_850_00), for_months(6, 7_500_00), for_months(12, 14_400_00), TRIAL]),
    Row(9203, Softexternal, AddressedLicence, "Лицензия CloudLinux OS Shared", "CloudLinux", &[for_months(1, 1_490_00)]),
    Row(9204, Softexternal, AddressedLicence, "Лицензия Softaculous", "Softaculous", &[for_months(1, 240_00)]),
    Row(11738, Softexternal, AddressedLicence, "Лицензия KernelCare", "KernelCare", &[for_months(1, 370_00)]),
    Row(91201, Softexternal, AddressedLicence, "Лицензия Imunify360 & «ImunifyAV» <сервер>", "Imunify360", &[for_months(1, 2_640_00), for_months(12, 28_500_00)]),
    Row(91202, Softexternal, AddressedLicence, "Лицензия LiteSpeed Web Server", "LiteSpeed", &[for_months(1, 2_750_00), for_months(6, 15_900_00), for_months(12, 30_200_00)]),
    Row(55231, Soft, AddressedLicence, "ispmanager 6 lite", "ispmanager6lite", &[for_months(1, 390_00), for_months(12, 4_210_00)]),
    Row(55232, Soft, AddressedLicence, "ispmanager 6 pro", "ispmanager6pro", &[for_months(1, 690_00), for_months(12, 7_450_00)]),
    Row(55233, Soft, AddressedLicence, "ispmanager 6 host", "ispmanager6host", &[for_months(1, 1_190_00), for_months(12, 12_850_00)]),
    Row(RU_BUSINESS, Soft, AddressedLicence, "ispmanager 6 business", "ispmanager6business", &[for_months(1, 1_590_00), for_months(12, 17_170_00)]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_region_sells_enough_to_search_in() {
        for region in [Region::Eu, Region::Ru] {
            let tariffs = price_list(region, &Assumptions::default());
            let resold = tariffs.values().filter(|tariff| tariff.item_type != Soft);
            assert!(resold.count() >= 12);
            let rows = if region == Region::Eu { EU } else { RU };
            assert_eq!(tariffs.len(), rows.len() + certificates(region).count(), "an id stands for two tariffs");
        }
    }

    /// A partner of some size: what is done with a whole list at once is tried on this one.
    #[test]
    fn the_eu_list_has_forty_tariffs_to_resell_and_each_a_name_of_its_own() {
        let tariffs = price_list(Region::Eu, &Assumptions::default());
        let resold = tariffs.values().filter(|tariff| matches!(tariff.item_type, Addition | Softexternal));
        let names: Vec<&str> = resold.map(|tariff| tariff.name.as_ref()).collect();
        assert!(names.len() >= 40, "{}", names.len());
        assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), names.len());
    }

    #[test]
    fn the_bitninja_module_has_no_quarter() {
        let tariffs = price_list(Region::Eu, &Assumptions::default());
        let bitninja = &tariffs[&TariffId(55371)];
        assert_eq!(bitninja.price(Period::Months(1)), Some(Minor(10_00)));
        assert_eq!(bitninja.price(Period::Months(3)), None);
    }
}
