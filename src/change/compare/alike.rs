//! Elements that are told apart otherwise than before, but are surely the same: a slip in a name put right.

use crate::yaml::Data;

/// More elements than this are not compared with each other.
const MOST: usize = 400;

/// Pairs the elements without a partner that say nearly the same.
pub(super) fn pair_alike(partners: &mut [Option<usize>], old: &[Data], new: &[Data]) {
    let is_taken = |partners: &[Option<usize>], place: usize| partners.contains(&Some(place));
    let mut free: Vec<usize> = Vec::new();
    if old.len() <= MOST {
        free.extend((0..old.len()).filter(|place| !is_taken(partners, *place)));
    }
    let alone = partners.iter().filter(|partner| partner.is_none()).count();
    if free.is_empty() || free.len() * alone > MOST {
        return;
    }
    for (partner, after) in partners.iter_mut().zip(new) {
        if partner.is_some() {
            continue;
        }
        let likeness = |place: &usize| old.get(*place).map_or(0, |before| likeness(before, after));
        let best = free
            .iter()
            .enumerate()
            .max_by_key(|(index, place)| (likeness(place), std::cmp::Reverse(*index)));
        if let Some((index, place)) = best.filter(|(_, place)| likeness(place) > 50) {
            *partner = Some(*place);
            free.remove(index);
        }
    }
}

/// How much of two elements is the same, in per cent.
fn likeness(before: &Data, after: &Data) -> usize {
    match (before, after) {
        // Two codes or short words that differ are two words.
        (Data::Text(before), Data::Text(after)) if before.chars().count() >= 6 => {
            // A long text that was rewritten is told as gone and come as well as by its words.
            let (before, after) = (head(before), head(after));
            percent(strsim::normalized_levenshtein(&before, &after))
        }
        (Data::Map(before), Data::Map(after)) => {
            let same = |(key, value): &&(String, Data)| {
                let found = after.iter().find(|(name, _)| name == key);
                found.is_some_and(|(_, found)| found == value)
            };
            let count = before.iter().filter(same).count();
            // Of two keys one may well be the same by chance.
            let all = before.len().max(after.len()).max(1);
            if all <= 2 && !names_alike(before, after) {
                0
            } else {
                count * 100 / all + usize::from(all == 2)
            }
        }
        _ => 0,
    }
}

/// Whether the texts that differ are nearly the same.
fn names_alike(before: &[(String, Data)], after: &[(String, Data)]) -> bool {
    before.iter().all(|(key, value)| {
        let found = after.iter().find(|(name, _)| name == key);
        found.is_some_and(|(_, found)| found == value || likeness(value, found) > 50)
    })
}

fn head(text: &str) -> String {
    text.chars().take(300).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of one"
)]
fn percent(share: f64) -> usize {
    (share.clamp(0.0, 1.0) * 100.0) as usize
}
