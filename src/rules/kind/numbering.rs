//! What the types of other systems are here.

use crate::catalog::standard::{Numbered, Numbering, Standard};

/// What a code means in each other system that has it.
pub(super) fn elsewhere<'c>(
    code: &str,
    standard: &'c Standard,
) -> impl Iterator<Item = (&'c Numbering, &'c Numbered)> {
    let systems = standard.tables.legacy.iter();
    systems.filter_map(move |system| {
        let value = system.values.iter().find(|value| value.code == code)?;
        Some((system, value))
    })
}

/// The other system in which a code stands for this type.
pub(in crate::rules) fn system<'c>(
    code: &str,
    kind: &str,
    standard: &'c Standard,
) -> Option<&'c Numbering> {
    let mut systems = elsewhere(code, standard);
    let found = systems.find(|(_, value)| value.kind.as_deref() == Some(kind));
    found.map(|(system, _)| system)
}

/// The system by which a local code is built, and the type it gives there.
pub(super) fn of_local_code<'c>(
    code: &str,
    standard: &'c Standard,
) -> Option<(&'c Numbering, &'c Numbered)> {
    let mut systems = standard.tables.legacy.iter();
    systems.find_map(|system| {
        let local = system.local.as_ref()?;
        // Only letters may stand anywhere: the digits of a division would pass for a type.
        let parts = if local.starts.is_empty() {
            usize::MAX
        } else {
            1
        };
        let mut parts = code.split('-').take(parts);
        let value = parts.find_map(|part| {
            let fits = local.lengths.contains(&part.len());
            let rest = part.strip_prefix(&*local.starts).filter(|_| fits)?;
            let is_it = |value: &&Numbered| is_type(rest, &value.code);
            system.values.iter().find(is_it)
        })?;
        Some((system, value))
    })
}

/// Whether a part of a code is a type and a number.
fn is_type(part: &str, code: &str) -> bool {
    let number = part.strip_prefix(code);
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_code_gives_its_type_where_its_system_is_known() {
        let standard = Standard::bundled().unwrap();
        let kind = |code| {
            let (system, value) = of_local_code(code, &standard)?;
            Some((system.id.as_str(), value.kind.as_deref()?))
        };
        assert_eq!(kind("511A62001001"), Some(("sichuan-local", "01")));
        let item = "512B0001200034-511602000000-000-11511602MB1900000X-1-00";
        assert_eq!(kind(item), Some(("sichuan-local", "20")));
        assert_eq!(kind("XK00101001"), Some(("letters", "01")));
        assert_eq!(kind("62052400MZ-QR-0001"), Some(("letters", "07")));
    }

    #[test]
    fn a_code_of_no_known_system_gives_none() {
        let standard = Standard::bundled().unwrap();
        for code in [
            "G-000006-001",
            "ZJ-01-31-28713",
            "513A0001200034",
            "000125004000-512002000000",
            "XKZ0010100",
            "许可00101001",
            "",
        ] {
            let found = of_local_code(code, &standard).and_then(|(_, value)| value.kind.as_ref());
            assert_eq!(found, None, "{code}");
        }
    }
}
