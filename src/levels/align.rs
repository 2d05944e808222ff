//! Who corresponds to whom: which local matters stand for which base matter. By code where there is one;
//! where the code is missing or unknown, by likeness, said with its reasons and never taken for certain.

use std::collections::{HashMap, HashSet};

use crate::catalog::{Catalog, Field, Floor, Matter, MatterId};
use crate::levels::likeness::Features;
use crate::levels::{Claim, Likeness, normal, without_level};
use crate::terms::BaseCode;

/// 对应关系: what corresponds, and what is left over on either side.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// Base matters with what stands for them, by division and base matter.
    pub claims: Vec<Claim>,
    /// Local matters that no code links, by path.
    pub unlinked: Vec<Unlinked>,
    /// Local matters whose code names one base matter and whose name is that of another, by path.
    pub doubts: Vec<Doubt>,
    /// Base matters that a division should offer and does not.
    pub unclaimed: Vec<Unclaimed>,
}

/// 未对应: a local matter without a base code that the base catalog knows.
#[derive(Clone, Debug)]
pub struct Unlinked {
    /// The local matter.
    pub local: MatterId,
    /// What became of its code.
    pub code: Gap,
    /// What it may stand for, the likeliest first; at most three.
    pub likely: Vec<Likely>,
}

/// 缺口: why no code links a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// 地方独有: it states no base code.
    None,
    /// 编码有误: what it states is no base code.
    Malformed,
    /// 悬空: the base catalog does not have the code.
    Unknown,
}

/// 可能对应: a base matter that a local one may stand for.
#[derive(Clone, Debug)]
pub struct Likely {
    /// The base matter.
    pub base: MatterId,
    /// How sure, and why.
    pub likeness: Likeness,
}

/// 存疑: a local matter whose name is exactly that of another base matter than its code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The local matter.
    pub local: MatterId,
    /// The base matter of its code.
    pub stated: MatterId,
    /// The base matter of its name.
    pub named: MatterId,
}

/// 未认领: a base matter that a division should offer and does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclaimed {
    /// The base matter.
    pub base: MatterId,
    /// Code of the division.
    pub division: Box<str>,
}

/// Less is not worth a look.
const WORTH_A_LOOK: u8 = 50;
/// From here on a likely one is taken for the one meant, if no other comes near.
const MEANT: u8 = 75;
/// How far the next one must be behind.
const LEAD: u8 = 5;
const MOST: usize = 3;

impl Unlinked {
    /// The base matter that is surely enough meant: likely, and no other near.
    pub fn meant(&self) -> Option<&Likely> {
        let best = self.likely.first()?;
        let next = self
            .likely
            .get(1)
            .map_or(0, |next| next.likeness.confidence);
        let is_clear = best.likeness.confidence >= MEANT.max(next.saturating_add(LEAD));
        is_clear.then_some(best)
    }
}

/// Works out who corresponds to whom in a catalog.
pub fn align(catalog: &Catalog) -> Alignment {
    let mut alignment = Alignment {
        claims: Vec::new(),
        unlinked: Vec::new(),
        doubts: Vec::new(),
        unclaimed: Vec::new(),
    };
    let mut places: HashMap<(&str, MatterId), usize> = HashMap::new();
    for (id, matter) in catalog
        .matters()
        .filter(|(_, matter)| matter.floor == Floor::Local)
    {
        let Some(base) = matter.base_code().and_then(|code| catalog.base(code.value)) else {
            alignment.unlinked.push(unlinked(catalog, id));
            continue;
        };
        let division = matter.division().unwrap_or_default();
        let place = *places.entry((division, base)).or_insert_with(|| {
            alignment.claims.push(Claim {
                base,
                division: division.into(),
                locals: Vec::new(),
            });
            alignment.claims.len() - 1
        });
        if let Some(claim) = alignment.claims.get_mut(place) {
            claim.locals.push(id);
        }
    }
    alignment
        .claims
        .sort_by(|left, right| (&left.division, left.base).cmp(&(&right.division, right.base)));
    likely(catalog, &mut alignment.unlinked);
    alignment.doubts = doubts(catalog);
    alignment.unclaimed = unclaimed(catalog, &alignment);
    alignment
}

fn unlinked(catalog: &Catalog, local: MatterId) -> Unlinked {
    let code = catalog.matter(local).base_code();
    let code = match code.map(|code| BaseCode::parse(code.value).is_ok()) {
        None => Gap::None,
        Some(false) => Gap::Malformed,
        Some(true) => Gap::Unknown,
    };
    Unlinked {
        local,
        code,
        likely: Vec::new(),
    }
}

/// Finds what each unlinked matter may stand for. Only base matters that share two characters in a row with
/// its name are looked at.
fn likely(catalog: &Catalog, unlinked: &mut [Unlinked]) {
    if unlinked.is_empty() {
        return;
    }
    let bases: Vec<(MatterId, Features<'_>)> = bases(catalog)
        .filter_map(|id| Some((id, Features::of(catalog, id)?)))
        .collect();
    let mut with_pair: HashMap<[char; 2], Vec<usize>> = HashMap::new();
    for (place, (_, features)) in bases.iter().enumerate() {
        for pair in &features.pairs {
            with_pair.entry(*pair).or_default().push(place);
        }
    }
    for one in unlinked {
        let Some(own) = Features::of(catalog, one.local) else {
            continue;
        };
        let near = own.pairs.iter().filter_map(|pair| with_pair.get(pair));
        let near: HashSet<usize> = near.flatten().copied().collect();
        let likely = near.into_iter().filter_map(|place| bases.get(place));
        let mut likely: Vec<Likely> = likely
            .map(|(base, features)| Likely {
                base: *base,
                likeness: own.likeness(features),
            })
            .filter(|likely| likely.likeness.confidence >= WORTH_A_LOOK)
            .collect();
        likely.sort_by_key(|likely| (std::cmp::Reverse(likely.likeness.confidence), likely.base));
        likely.truncate(MOST);
        one.likely = likely;
    }
}

fn bases(catalog: &Catalog) -> impl Iterator<Item = MatterId> {
    let matters = catalog.matters();
    matters.filter_map(|(id, matter)| (matter.floor == Floor::Base).then_some(id))
}

/// Local matters that state a name of their own which is that of exactly one other base matter.
fn doubts(catalog: &Catalog) -> Vec<Doubt> {
    let naming = &catalog.standard.tables.naming;
    let bare = |name| normal(without_level(name, naming).map_or(name, |(bare, _)| bare));
    let name = |id| catalog.matter(id).name().map(|name| bare(name.value));
    let mut named: HashMap<String, Option<MatterId>> = HashMap::new();
    for base in bases(catalog) {
        if let Some(name) = name(base) {
            // A name of several base matters tells none of them.
            let only = named.entry(name).or_insert(Some(base));
            *only = only.filter(|known| *known == base);
        }
    }
    let doubt = |(local, matter): (MatterId, &Matter)| {
        let stated = catalog.base(matter.base_code()?.value)?;
        let own = name(local)?;
        let named = named.get(&own).copied().flatten()?;
        let differs = named != stated && name(stated) != Some(own);
        differs.then_some(Doubt {
            local,
            stated,
            named,
        })
    };
    let locals = catalog
        .matters()
        .filter(|(_, matter)| matter.floor == Floor::Local);
    locals.filter_map(doubt).collect()
}

/// Base matters in use that are exercised at a division's level and have no claim there, neither by code nor
/// likely. Divisions that offer nothing at all are not part of the catalog yet.
fn unclaimed(catalog: &Catalog, alignment: &Alignment) -> Vec<Unclaimed> {
    let mut claimed: HashSet<(&str, MatterId)> = HashSet::new();
    let mut present: HashSet<&str> = HashSet::new();
    for claim in &alignment.claims {
        claimed.insert((&claim.division, claim.base));
        present.insert(&claim.division);
    }
    for one in &alignment.unlinked {
        let division = catalog.matter(one.local).division().unwrap_or_default();
        claimed.extend(one.meant().map(|likely| (division, likely.base)));
    }
    let divisions = &catalog.registers.divisions;
    let mut unclaimed = Vec::new();
    for division in divisions
        .iter()
        .filter(|division| present.contains(&*division.code))
    {
        let due = bases(catalog).filter(|base| is_exercised_at(catalog, *base, &division.level));
        let open = due.filter(|base| !claimed.contains(&(&*division.code, *base)));
        unclaimed.extend(open.map(|base| Unclaimed {
            base,
            division: division.code.clone(),
        }));
    }
    unclaimed
}

/// Whether a base matter is in use and exercised at a level.
pub(super) fn is_exercised_at(catalog: &Catalog, base: MatterId, level: &str) -> bool {
    let matter = catalog.matter(base);
    let is_in_use = matter
        .text(Field::Status)
        .is_none_or(|status| status.value == "1");
    let levels = matter.value(Field::Levels).into_iter();
    is_in_use
        && levels
            .flat_map(|list| list.items())
            .any(|item| item.text() == Some(level))
}
