//! What is known around a difference: what the others beside it say, what was decided, the legal texts.

use crate::catalog::{Field, Law, LawStatus, effective_value};
use crate::levels::{Camp, Consensus, Departure, Standing, consensus, siblings};
use crate::report::standing_name;
use crate::text::{Words, clip, visible, width, words};
use crate::tui::form::{value_lines, value_text};
use crate::tui::review::places;
use crate::tui::screens::review::detail::Page;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row};

const BESIDE: Words = words(
    "同级（{level}，共 {n} 处）",
    "Beside it ({level}, {n} in all)",
);
const BESIDE_UNKNOWN: Words = words("同级（共 {n} 处）", "Beside it ({n} in all)");
const THIS: Words = words("（含本处）", " (this one too)");
const MORE: Words = words("另有 {n} 种", "{n} other values");
const STANDING: Words = words("处置", "Decision");
const UNTIL: Words = words("至 {day}", "until {day}");
const LAW: Words = words("设定依据", "Legal basis");
const UNKNOWN_LAW: Words = words("法律法规库中没有", "not in the law register");
const ARTICLES: Words = words("共 {n} 条", "{n} articles");
const SINCE: Words = words("{day} 起施行", "from {day}");
/// Most values listed of those beside it.
const MOST: usize = 5;

impl Page<'_> {
    /// What the divisions of the same level say, the most frequent value first.
    pub(super) fn siblings(&self, departure: &Departure<'_>) -> Vec<Row> {
        let beside = siblings(self.catalog, departure.lower);
        let consensus = consensus(self.catalog, &beside, departure.difference.field);
        if consensus.total < 2 {
            return Vec::new();
        }
        let code = self.catalog.matter(departure.lower).division();
        let division = code.and_then(|code| self.catalog.registers.division(code));
        let level = division.and_then(|division| self.catalog.standard.level(&division.level));
        let n = consensus.total.to_string();
        let title = match level {
            Some(level) => {
                let level = level.name();
                BESIDE.with(&[("level", level.of(self.lang)), ("n", &n)])
            }
            None => BESIDE_UNKNOWN.with(&[("n", &n)]),
        };
        let mut rows = vec![self.section(title.of(self.lang))];
        rows.extend(self.camps(&consensus, departure));
        let hidden = consensus.camps.len().saturating_sub(MOST);
        if hidden > 0 {
            let said = MORE.with(&[("n", &hidden.to_string())]);
            rows.extend(self.wrapped(Role::Dim, 1, said.of(self.lang)));
        }
        rows
    }

    fn camps(&self, consensus: &Consensus<'_>, departure: &Departure<'_>) -> Vec<Row> {
        let camps = consensus.camps.iter().take(MOST);
        camps
            .map(|camp| self.camp(camp, consensus.total, departure))
            .collect()
    }

    /// How many have a value, the value, and as far as there is room who they are.
    fn camp(&self, camp: &Camp<'_>, total: usize, departure: &Departure<'_>) -> Row {
        let value = value_text(self.catalog, departure.difference.field, camp.value.value);
        let share = format!(" {}/{total}  ", camp.matters.len());
        let own = camp.matters.contains(&departure.lower);
        let this = if own { THIS.of(self.lang) } else { "" };
        let room = self.cells.saturating_sub(width(&share) + width(this) + 1);
        let value = clip(&visible(value.of(self.lang)), room.max(4));
        let rest = room.saturating_sub(width(&value) + 2);
        let places = places(self.catalog, &camp.matters);
        let places = match rest {
            0..=8 => String::new(),
            rest => clip(&visible(places.of(self.lang)), rest),
        };
        Row::of(vec![
            Piece::new(Role::Strong, share),
            Piece::plain(value),
            Piece::new(Role::Strong, this),
            Piece::new(Role::Dim, format!("  {places}")),
        ])
    }

    /// What was decided, if anything was.
    pub(super) fn standing(&self, departure: &Departure<'_>) -> Vec<Row> {
        let decision = match departure.standing {
            Standing::Open => return Vec::new(),
            Standing::Decided(decision)
            | Standing::Changed(decision)
            | Standing::Lapsed(decision) => decision,
        };
        let said = standing_name(&departure.standing).of(self.lang);
        let mut parts = vec![said.to_owned()];
        let text = |key| decision.text(key).map(str::to_owned);
        parts.extend(
            ["by", "on", "reason", "legal_reason"]
                .into_iter()
                .filter_map(text),
        );
        let until = decision.text("until");
        parts.extend(until.map(|day| UNTIL.with(&[("day", day)]).of(self.lang).to_owned()));
        let mut rows = vec![self.section(STANDING.of(self.lang))];
        rows.extend(self.wrapped(Role::Plain, 1, &parts.join(" · ")));
        rows
    }

    /// The legal basis in effect, article by article, with what the register says of each law; where the
    /// basis is what differs, that of both sides.
    pub(super) fn laws(&self, departure: &Departure<'_>) -> Vec<Row> {
        let field = departure.difference.field;
        let own = effective_value(self.catalog, departure.lower, Field::LegalBasis);
        let above = (field == Field::LegalBasis).then_some(departure.difference.upper);
        let mut rows = Vec::new();
        let mut shown: Vec<String> = Vec::new();
        for basis in own.map(|own| own.value).into_iter().chain(above) {
            let lines = value_lines(self.catalog, Field::LegalBasis, basis);
            for (item, line) in basis.items().zip(&lines) {
                let text = line.text.of(self.lang).to_owned();
                if shown.contains(&text) {
                    continue;
                }
                rows.extend(self.wrapped(Role::Plain, 1, &text));
                shown.push(text);
                let law = item.get("law").and_then(|law| law.text()).unwrap_or("");
                if !shown.iter().any(|known| known == law) {
                    rows.extend(self.wrapped(Role::Dim, 3, &self.register(law)));
                    shown.push(law.to_owned());
                }
            }
        }
        if !rows.is_empty() {
            rows.insert(0, self.section(LAW.of(self.lang)));
        }
        rows
    }

    /// What the register says of a law.
    fn register(&self, title: &str) -> String {
        match self.catalog.registers.law(title) {
            Some(law) => self.version(law),
            None => UNKNOWN_LAW.of(self.lang).to_owned(),
        }
    }

    /// The newest version of a law: how many articles, since when, and whether it is in force.
    fn version(&self, law: &Law) -> String {
        let Some(version) = law.versions().next() else {
            return String::new();
        };
        let status = match version.status {
            LawStatus::InForce => words("现行有效", "in force"),
            LawStatus::Superseded => words("已被修改", "superseded"),
            LawStatus::Repealed => words("已失效", "repealed"),
            LawStatus::Unknown => words("效力不详", "status unknown"),
        };
        let since = version.effective_on.or(version.published_on);
        let parts = [
            version
                .articles
                .map(|n| ARTICLES.with(&[("n", &n.to_string())])),
            since.map(|day| SINCE.with(&[("day", day)])),
            Some(status.into()),
        ];
        let parts: Vec<String> = parts
            .iter()
            .flatten()
            .map(|part| part.of(self.lang).to_owned())
            .collect();
        parts.join(" · ")
    }
}
