//! Divisions and bodies: one province, cities of ten counties each, a body for each department everywhere.

use std::fmt::Write;

use mulu::terms::{credit_check_char, organisation_check_char};

use crate::province::words::{DEPARTMENTS, LANDS, PLACES};

/// 行政区划: one division with its bodies.
pub(super) struct Place {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) level: &'static str,
    parent: Option<String>,
    /// Credit code of the body of each department, in the order of the departments.
    pub(super) bodies: Vec<String>,
}

/// So many divisions: the province first, then city by city.
pub(super) fn places(count: usize) -> Vec<Place> {
    let place = |number: usize| {
        let (city, county) = (number.div_ceil(11), (number + 10) % 11);
        let name = PLACES[number % 20].to_owned() + LANDS[(number / 20 + number) % 20];
        let (code, level, parent) = match (number, county) {
            (0, _) => ("330000".to_owned(), "2", None),
            (_, 0) => (format!("33{city:02}00"), "3", Some("330000".to_owned())),
            _ => (
                format!("33{city:02}{county:02}"),
                "4",
                Some(format!("33{city:02}00")),
            ),
        };
        let ending = ["省", "市", "县"][level.parse::<usize>().unwrap_or(2) - 2];
        Place {
            bodies: (0..DEPARTMENTS.len())
                .map(|department| credit_code(&code, number * 20 + department))
                .collect(),
            name: if number == 0 {
                "临江省".to_owned()
            } else {
                format!("{name}{number}{ending}")
            },
            code,
            level,
            parent,
        }
    };
    (0..count.min(1000)).map(place).collect()
}

fn credit_code(division: &str, number: usize) -> String {
    let organisation = format!("{:08}", 30_000_000 + number);
    let check = organisation_check_char(&organisation).unwrap_or('0');
    let code = format!("11{division}{organisation}{check}");
    let check = credit_check_char(&code).unwrap_or('0');
    format!("{code}{check}")
}

pub(super) fn divisions_file(places: &[Place]) -> String {
    let mut text = "divisions:\n".to_owned();
    for place in places {
        let _ = write!(
            text,
            "  - code: \"{}\"\n    name: {}\n    level: \"{}\"\n",
            place.code, place.name, place.level
        );
        if let Some(parent) = &place.parent {
            let _ = writeln!(text, "    parent: \"{parent}\"");
        }
    }
    text
}

pub(super) fn bodies_file(places: &[Place]) -> String {
    let mut text = "bodies:\n".to_owned();
    for place in places {
        for (body, (code, name)) in place.bodies.iter().zip(DEPARTMENTS) {
            let _ = write!(
                text,
                "  - code: \"{body}\"\n    name: {}{name}局\n    division: \"{}\"\n    department: \"{code}\"\n    nature: \"1\"\n",
                place.name, place.code
            );
        }
    }
    text
}
