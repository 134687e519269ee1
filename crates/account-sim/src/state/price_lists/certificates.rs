//! SSL certificates of both price lists. Names and ids stand on the vendor's pages, and so do the periods of 12 and
//! 24 months; the prices are invented.

use std::borrow::Cow;

use crate::state::goods::Goods;
use crate::state::money::Minor;
use crate::state::period::Period;
use crate::state::tariff::{ItemType, Region, Tariff, TariffId};

const ROUBLES_FOR_A_EURO: i64 = 95;

pub fn certificates(region: Region) -> impl Iterator<Item = Tariff> {
    ROWS.iter().map(move |&Row(ru, eu, name, internal_name, price)| {
        let (id, price) = match region {
            Region::Eu => (eu, price),
            Region::Ru => (ru, price * ROUBLES_FOR_A_EURO),
        };
        // Two years cost a tenth less than twice one.
        let prices = [(12, price), (24, price * 18 / 10)];
        Tariff {
            id: TariffId(id),
            item_type: ItemType::Certificate,
            goods: Goods::Certificate,
            name: Cow::Borrowed(name),
            internal_name: Cow::Borrowed(internal_name),
            prices: prices.map(|(months, price)| (Period::Months(months), Minor(price))).into(),
            addons: Default::default(),
            min_order_days: 0,
        }
    })
}

/// Id in the RU list, id in the EU list, name, internal name, price of a year in euro cents.
struct Row(u32, u32, &'static str, &'static str, i64);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row(55330, 55352, "GlobalSign EV SSL", "GlobalSignEV", 490_00),
    Row(55329, 55351, "GlobalSign OrganizationSSL Wildcard", "GlobalSignOVWildcard", 680_00),
    Row(55328, 55350, "GlobalSign OrganizationSSL", "GlobalSignOV", 260_00),
    Row(55327, 55349, "GlobalSign DomainSSL Wildcard", "GlobalSignDVWildcard", 590_00),
    Row(55326, 55348, "GlobalSign DomainSSL", "GlobalSignDV", 170_00),
    Row(55325, 55347, "AlphaSSL Wildcard", "AlphaSSLWildcard", 110_00),
    Row(55324, 55346, "AlphaSSL", "AlphaSSL", 39_00),
    Row(2021, 2021, "DigiCert Secure Site", "DigiCertSecureSite", 390_00),
    Row(2023, 2023, "DigiCert Secure Site with EV", "DigiCertSecureSiteEV", 920_00),
    Row(2018, 2018, "GeoTrust QuickSSL Premium", "GeoTrustDV", 85_00),
    Row(2019, 2019, "GeoTrust True BusinessID", "GeoTrustOV", 120_00),
    Row(2020, 2020, "GeoTrust True BusinessID Wildcard", "GeoTrustOVWildcard", 410_00),
    Row(1032, 1032, "GeoTrust True BusinessID with EV", "GeoTrustEV", 190_00),
    Row(1011, 1011, "RapidSSL", "RapidSSL", 24_00),
    Row(1012, 1012, "RapidSSL Wildcard", "RapidSSLWildcard", 145_00),
    Row(2025, 2025, "Sectigo Essential SSL", "SectigoEssential", 28_00),
    Row(2027, 2027, "Sectigo Essential SSL Wildcard", "SectigoEssentialWildcard", 130_00),
    Row(55153, 55153, "Sectigo EV SSL", "SectigoEV", 160_00),
    Row(2026, 2026, "Sectigo Instant SSL", "SectigoInstant", 62_00),
    Row(3033, 3033, "PositiveSSL", "PositiveSSL", 12_00),
    Row(27648, 27648, "PositiveSSL Multi Domain", "PositiveSSLMulti", 45_00),
    Row(27650, 27650, "PositiveSSL Wildcard", "PositiveSSLWildcard", 98_00),
    Row(2028, 2028, "Premium SSL Wildcard", "PremiumSSLWildcard", 250_00),
    Row(2012, 2012, "Thawte SSL Web Server", "ThawteOV", 95_00),
    Row(2015, 2015, "Thawte SSL Web Server with EV", "ThawteEV", 240_00),
    Row(1013, 1013, "Thawte SSL123", "ThawteDV", 48_00),
    Row(2014, 2014, "Thawte SSL123 Wildcard", "ThawteDVWildcard", 330_00),
];
