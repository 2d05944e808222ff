//! Who is whose counterpart in another place, or at another time.

use std::collections::HashMap;

use crate::catalog::{Field, MatterId, effective_value};
use crate::levels::{Scope, Side, View};

/// 配对: who may be the counterpart of whom.
pub(super) struct Pairing<'s, 'c> {
    from: &'s Side<'c>,
    to: &'s Side<'c>,
    /// The matters of either side by base code.
    from_by_base: HashMap<&'c str, Vec<MatterId>>,
    to_by_base: HashMap<&'c str, Vec<MatterId>>,
}

impl<'s, 'c> Pairing<'s, 'c> {
    /// Prepares the matters of both sides.
    pub(super) fn new(from: &'s Side<'c>, to: &'s Side<'c>) -> Pairing<'s, 'c> {
        Pairing {
            from,
            to,
            from_by_base: by_base(from),
            to_by_base: by_base(to),
        }
    }

    /// The counterparts of a matter that nothing tells apart.
    pub(super) fn candidates(&self, lower: MatterId) -> Vec<MatterId> {
        let base = key(self.to.view, lower).unwrap_or_default();
        let known = self.from_by_base.get(base).map_or(&[][..], Vec::as_slice);
        let near = self.near(lower, known);
        let near = if self.is_one_catalog() {
            near
        } else {
            self.of_same_body(base, lower, near)
        };
        match near.as_slice() {
            [] | [_] => near,
            _ => self.of_same_name(lower, near),
        }
    }

    fn is_one_catalog(&self) -> bool {
        std::ptr::eq(self.from.view.catalog, self.to.view.catalog)
    }

    /// Those that stand where the matter follows: where several places are meant, in its own, else the
    /// nearest above, else below.
    fn near(&self, lower: MatterId, others: &[MatterId]) -> Vec<MatterId> {
        let catalog = self.to.view.catalog;
        let matter = catalog.matter(lower);
        let division = matter.division();
        let at = |wanted: Option<&str>| -> Vec<MatterId> {
            let stands = |id: &MatterId| self.from.view.catalog.matter(*id).division() == wanted;
            others.iter().copied().filter(stands).collect()
        };
        match self.from.scope {
            Scope::Base | Scope::Division(_) => others.to_vec(),
            Scope::All => at(division),
            Scope::Level(_) => {
                let registers = &catalog.registers;
                let code = division.unwrap_or_default();
                let above = registers.above(code).map(|division| Some(&*division.code));
                let mut found = std::iter::once(division).chain(above).map(at);
                found.find(|found| !found.is_empty()).unwrap_or_else(|| {
                    let is_below = |id: &MatterId| {
                        let other = self.from.view.catalog.matter(*id).division();
                        let mut above = registers.above(other.unwrap_or_default());
                        above.any(|division| &*division.code == code)
                    };
                    others.iter().copied().filter(is_below).collect()
                })
            }
        }
    }

    /// Then and now: those of the same body; without one, those whose body has no matter of its own now.
    fn of_same_body(&self, base: &str, lower: MatterId, near: Vec<MatterId>) -> Vec<MatterId> {
        let catalog = self.to.view.catalog;
        let matter = catalog.matter(lower);
        let of = |id: MatterId| body(self.from.view, id);
        let own = body(self.to.view, lower);
        if near.iter().any(|id| of(*id) == own) {
            return near.into_iter().filter(|id| of(*id) == own).collect();
        }
        let peers = self.to_by_base.get(base).map_or(&[][..], Vec::as_slice);
        let beside = |id: &&MatterId| catalog.matter(**id).division() == matter.division();
        let is_taken = |id: MatterId| {
            let mut peers = peers.iter().filter(beside);
            peers.any(|peer| body(self.to.view, *peer) == of(id))
        };
        near.into_iter().filter(|id| !is_taken(*id)).collect()
    }

    fn of_same_name(&self, lower: MatterId, near: Vec<MatterId>) -> Vec<MatterId> {
        let name = |view: View<'c>, id| {
            effective_value(view.catalog, id, Field::Name).and_then(|name| name.value.text())
        };
        let own = name(self.to.view, lower);
        let same = near.iter().copied();
        let same: Vec<MatterId> = same.filter(|id| name(self.from.view, *id) == own).collect();
        if same.len() == 1 { same } else { near }
    }
}

fn by_base<'c>(side: &Side<'c>) -> HashMap<&'c str, Vec<MatterId>> {
    let mut known: HashMap<&str, Vec<MatterId>> = HashMap::new();
    for id in side.matters() {
        if let Some(key) = key(side.view, id) {
            known.entry(key).or_default().push(id);
        }
    }
    known
}

/// By what a matter is known in another place: its base code; one that is of a place's own, by its own code.
fn key(view: View<'_>, id: MatterId) -> Option<&str> {
    let matter = view.catalog.matter(id);
    let code = matter.base_code().or_else(|| matter.code());
    code.map(|code| code.value)
}

/// The body's credit code, by the field or else by the implementation code.
fn body(view: View<'_>, id: MatterId) -> Option<&str> {
    let matter = view.catalog.matter(id);
    let stated = matter.text(Field::Body).map(|text| text.value);
    stated.or_else(|| matter.code()?.value.get(..18))
}
