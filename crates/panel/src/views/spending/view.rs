//! The chart's markup: SVG that takes its sizes from the style and its places, in percent, from here. So texts keep their size however
//! wide it is, and no style stands inside a page.

use ispnoc_domain::Money;
use ispnoc_wire::{Spending, SpentMonth};

use super::model::{currencies, height, sum, top};
use crate::parts::{El, el, money, month_and_year, month_name, svg};
use crate::texts::Texts;
use crate::views::place::Place;

/// From the top, in thousandths of the height: above the first stands the amount of the whole height, below the last the months.
const TOP: i64 = 130;
const BOTTOM: i64 = 850;

pub fn view(place: Place) -> El {
    let Place { answer, texts, .. } = place;
    let mut view = el("div", "ispnoc ispnoc-spending");
    if let Some(spending) = answer.and_then(|letter| letter.read::<Spending>().ok()) {
        for currency in currencies(&spending) {
            view = view
                .child(el("p", "ispnoc-heading").child(texts.spent_by_month(currency)))
                .child(chart(&spending, currency, texts));
        }
    }
    view
}

/// A drawing of what the page's table says to everybody.
fn chart(spending: &Spending, currency: &str, texts: &Texts) -> El {
    let amount = |minor| money(&Money { minor, currency: currency.to_owned() }, &texts.language);
    let top = top(spending, currency);
    let mut chart = svg("svg", "ispnoc-chart")
        .attr("aria-hidden", "true")
        .child(svg("text", "").attr("y", "9%").child(amount(top)));
    for height in [TOP, i64::midpoint(TOP, BOTTOM), BOTTOM] {
        chart = chart.child(rect("ispnoc-line", 0, height, 1000, 1));
    }
    let slot = 1000 / spending.months.len().max(1) as i64;
    let mut left = 0;
    for month in &spending.months {
        let sum = sum(month, currency);
        chart = chart.child(column(month, &amount(sum), height(sum, top), left, slot, &texts.language));
        left += slot;
    }
    chart
}

/// All of a column tells its amount when it is pointed at: some bars are small.
fn column(month: &SpentMonth, amount: &str, height: i64, left: i64, slot: i64, language: &str) -> El {
    let height = (BOTTOM - TOP) * height / 1000;
    let middle = percent(left + slot / 2);
    svg("g", "")
        .child(svg("title", "").child([&month_and_year(&month.month, language), ": ", amount].concat()))
        .child(rect("", left, TOP, slot, BOTTOM - TOP))
        .child(rect("ispnoc-column", left + slot / 6, BOTTOM - height, slot * 2 / 3, height))
        .child(svg("text", "").attr("x", &middle).attr("y", "96%").child(month_name(&month.month, language)))
}

fn rect(class: &str, x: i64, y: i64, width: i64, height: i64) -> El {
    svg("rect", class)
        .attr("x", &percent(x))
        .attr("y", &percent(y))
        .attr("width", &percent(width))
        .attr("height", &percent(height))
}

fn percent(thousandths: i64) -> String {
    [&(thousandths / 10).to_string(), ".", &(thousandths % 10).to_string(), "%"].concat()
}
