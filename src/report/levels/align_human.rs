//! Who corresponds to whom, for a person.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::catalog::{Catalog, MatterId};
use crate::levels::{Alignment, Claim, Gap, Likely, Unlinked, View, handling_items};
use crate::report::levels::place::{base_code, division, name, place};
use crate::report::{Look, Paint, gap_name, reason};
use crate::text::{Words, visible, words};

const WHOLE: Words = words(
    "{one} 个事项一对一，{many} 处一对多；{unlinked} 个无对应，{doubts} 个存疑，{unclaimed} 处未认领",
    "{one} one-to-one, {many} one-to-many; {unlinked} unlinked, {doubts} doubtful, {unclaimed} unclaimed",
);
const ONE_TO_ONE: Words = words("一对一", "One-to-one");
const ONE_TO_MANY: Words = words("一对多", "One-to-many");
const LIKELY: Words = words(
    "可能对应（不会自动合并）",
    "Likely (never merged by itself)",
);
const ORPHANS: Words = words(
    "悬空：编码在基本目录里没有",
    "Orphans: the base catalog lacks the code",
);
const MALFORMED: Words = words(
    "编码有误，也没有相近的",
    "Malformed code, and nothing alike",
);
const LOCAL_ONLY: Words = words("地方独有", "Local only");
const DOUBTS: Words = words(
    "存疑：编码是一个事项，名称是另一个",
    "Doubts: the code of one matter, the name of another",
);
const UNCLAIMED: Words = words("未认领", "Unclaimed");
const BETWEEN: Words = words("、", ", ");
const CODE_SAYS: Words = words("编码：", "code: ");
const NAME_SAYS: Words = words("名称：", "name: ");

/// The alignment for a person; the pairs that are one-to-one only if all are wanted.
pub fn align_human(catalog: &Catalog, alignment: &Alignment, is_all: bool, look: &Look) -> String {
    let writer = Writer {
        view: View {
            catalog,
            revision: None,
        },
        look,
    };
    let (ones, manies): (Vec<&Claim>, Vec<&Claim>) = alignment
        .claims
        .iter()
        .partition(|claim| !claim.is_split(catalog));
    let count = |count: usize| count.to_string();
    let whole = WHOLE.with(&[
        ("one", &count(ones.len())),
        ("many", &count(manies.len())),
        ("unlinked", &count(alignment.unlinked.len())),
        ("doubts", &count(alignment.doubts.len())),
        ("unclaimed", &count(alignment.unclaimed.len())),
    ]);
    let mut text = format!("{}\n", look.paint(Paint::Strong, whole.of(look.lang)));
    text += &writer.part(
        ONE_TO_ONE,
        ones.iter()
            .filter(|_| is_all)
            .map(|claim| writer.claim(claim)),
    );
    text += &writer.part(ONE_TO_MANY, manies.iter().map(|claim| writer.claim(claim)));
    text += &writer.unlinked(&alignment.unlinked);
    let doubts = alignment.doubts.iter().map(|doubt| {
        let mut text = writer.local(doubt.local);
        let (code, name) = (CODE_SAYS.of(look.lang), NAME_SAYS.of(look.lang));
        let _ = writeln!(text, "    {code}{}", writer.base(doubt.stated));
        let _ = writeln!(text, "    {name}{}", writer.base(doubt.named));
        text
    });
    text += &writer.part(DOUBTS, doubts);
    text + &writer.unclaimed(alignment)
}

struct Writer<'r> {
    view: View<'r>,
    look: &'r Look,
}

impl Writer<'_> {
    fn part(&self, heading: Words, blocks: impl Iterator<Item = String>) -> String {
        let blocks: String = blocks.collect();
        if blocks.is_empty() {
            return blocks;
        }
        let heading = self.look.paint(Paint::Strong, heading.of(self.look.lang));
        format!("\n{heading}\n{blocks}")
    }

    fn claim(&self, claim: &Claim) -> String {
        let mut text = format!(
            "  {}  {}\n",
            division(self.view, &claim.division, self.look.lang),
            self.base(claim.base)
        );
        for local in &claim.locals {
            let name = name(self.view, *local);
            let _ = writeln!(text, "    {name}  {}", self.path(*local));
            for item in handling_items(self.view.catalog, *local) {
                let (code, name) = (visible(item.code), visible(item.name));
                let _ = writeln!(text, "      {code}  {name}");
            }
        }
        text
    }

    fn unlinked(&self, unlinked: &[Unlinked]) -> String {
        let (likely, others): (Vec<&Unlinked>, Vec<&Unlinked>) =
            unlinked.iter().partition(|one| !one.likely.is_empty());
        let alone = |heading, gap| {
            let of_gap = others.iter().filter(|one| one.code == gap);
            self.part(heading, of_gap.map(|one| self.local(one.local)))
        };
        self.part(LIKELY, likely.iter().map(|one| self.likely(one)))
            + &alone(ORPHANS, Gap::Unknown)
            + &alone(MALFORMED, Gap::Malformed)
            + &alone(LOCAL_ONLY, Gap::None)
    }

    fn likely(&self, unlinked: &Unlinked) -> String {
        let mut text = self.local(unlinked.local);
        let gap = gap_name(unlinked.code).of(self.look.lang);
        let code = base_code(self.view, unlinked.local);
        let _ = writeln!(
            text,
            "    {}",
            format!("{gap} {}", visible(code)).trim_end()
        );
        let meant = unlinked.meant().map(|likely| likely.base);
        for likely in &unlinked.likely {
            let mark = if meant == Some(likely.base) {
                "→"
            } else {
                " "
            };
            let _ = writeln!(text, "  {mark} {}", self.one_likely(likely));
        }
        text
    }

    fn one_likely(&self, likely: &Likely) -> String {
        let lang = self.look.lang;
        let reasons = likely.likeness.reasons.iter();
        let reasons: Vec<String> = reasons
            .map(|one| reason(*one).of(lang).to_owned())
            .collect();
        format!(
            "{:>3}%  {}  {}",
            likely.likeness.confidence,
            self.base(likely.base),
            self.look
                .paint(Paint::Faint, &reasons.join(BETWEEN.of(lang)))
        )
    }

    fn unclaimed(&self, alignment: &Alignment) -> String {
        let mut by_division: BTreeMap<&str, Vec<MatterId>> = BTreeMap::new();
        for one in &alignment.unclaimed {
            by_division.entry(&one.division).or_default().push(one.base);
        }
        let blocks = by_division.iter().map(|(code, bases)| {
            let mut text = format!("  {}\n", division(self.view, code, self.look.lang));
            for base in bases {
                let _ = writeln!(text, "    {}", self.base(*base));
            }
            text
        });
        self.part(UNCLAIMED, blocks)
    }

    fn base(&self, id: MatterId) -> String {
        format!(
            "{} {}",
            visible(base_code(self.view, id)),
            name(self.view, id)
        )
    }

    fn local(&self, id: MatterId) -> String {
        let at = place(self.view, id, self.look.lang);
        format!("  {at}  {}  {}\n", name(self.view, id), self.path(id))
    }

    fn path(&self, id: MatterId) -> String {
        let path = format!("catalog/{}", self.view.catalog.matter(id).file.path);
        self.look.paint(Paint::Faint, &visible(&path))
    }
}
