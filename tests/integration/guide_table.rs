//! The table of guides: every value in it makes a difference to what the rules say.

use mulu::catalog::standard::{Guide, Standard};

use crate::stage::{Example, findings, stage};

const BASE: &str = "base/23/000123001000.yaml";
const LOCAL: &str = "local/330106/11330106002500033X4000123001000.yaml";

/// Whether a rule speaks once some keys of a file on the stage are changed.
fn speaks(rule: &str, path: &str, keys: &str) -> bool {
    let example = Example::read("", &format!("# {path}\n{keys}"));
    let found = findings(&example.catalog(&stage()));
    found.iter().any(|finding| finding.rule == rule)
}

fn standard() -> Standard {
    Standard::bundled().unwrap()
}

fn guide() -> Guide {
    standard().tables.guide
}

fn steps<'n>(names: impl IntoIterator<Item = &'n str>, days: u32) -> String {
    let steps = names
        .into_iter()
        .map(|name| format!("  - {{name: {name}, days: {days}}}\n"));
    format!("steps:\n{}", steps.collect::<String>())
}

#[test]
fn every_general_limit_ends_where_it_says() {
    for limit in guide().limits {
        let stated = |days: u32, unit: &str| {
            let kind = &limit.kind;
            format!("type: \"{kind}\"\nstatutory_limit: {{days: {days}, unit: {unit}}}")
        };
        assert!(!speaks("D002", BASE, &stated(limit.days, &limit.unit)));
        assert!(speaks("D002", BASE, &stated(limit.days + 1, &limit.unit)));
        let is_counted = limit.unit_article.is_some();
        assert_eq!(speaks("D003", BASE, &stated(1, "calendar")), is_counted);
        if let Some(joint) = limit.joint_days {
            let jointly = |days| format!("{}\njoint_bodies: [样例局]", stated(days, &limit.unit));
            assert!(!speaks("D002", LOCAL, &jointly(joint)));
            assert!(speaks("D002", LOCAL, &jointly(joint + 1)));
        }
    }
}

#[test]
fn every_word_of_steps_counts() {
    let guide = guide();
    assert!(speaks("D005", BASE, &steps(["踏勘"], 99)));
    for word in &guide.uncounted_steps.words {
        assert!(!speaks("D005", BASE, &steps([&**word], 99)), "{word}");
    }
    for delivery in &guide.deliveries {
        for word in &delivery.words {
            let late = |days| format!("type: \"{}\"\n{}", delivery.kind, steps([&**word], days));
            assert!(speaks("D009", BASE, &late(delivery.days + 1)), "{word}");
            assert!(!speaks("D009", BASE, &late(delivery.days)), "{word}");
        }
    }
    for procedure in &guide.steps {
        for (place, part) in procedure.parts.iter().enumerate() {
            let others = procedure.parts.iter().enumerate();
            let others = others.filter(|(other, _)| *other != place);
            let others: Vec<&str> = others.map(|(_, part)| &*part.words[0]).collect();
            assert!(speaks("G012", BASE, &steps(others.iter().copied(), 0)));
            for word in &part.words {
                let all = others.iter().copied().chain([&**word]);
                assert!(!speaks("G012", BASE, &steps(all, 0)), "{word}");
            }
        }
    }
}

#[test]
fn fees_may_rest_on_every_rank_of_the_table() {
    let of_rank = |rank: &str| match rank {
        "law" => "中华人民共和国护照法",
        "administrative-regulation" => "公共场所卫生管理条例",
        "department-rule" => "公共场所卫生管理条例实施细则",
        other => panic!("no law of rank {other} on the stage"),
    };
    for row in guide().fee_bases {
        let fee = |rank: &str| {
            let (kind, law) = (&row.kind, of_rank(rank));
            format!(
                "type: \"{kind}\"\ncharged: true\nfees:\n  - {{name: 费, standard: 1 元, basis: {law}}}"
            )
        };
        assert!(speaks("D006", BASE, &fee("department-rule")));
        for rank in &row.ranks {
            assert!(!speaks("D006", BASE, &fee(rank)), "{rank}");
        }
    }
}

#[test]
fn every_form_of_number_is_known() {
    let phones = guide().phones;
    let is_good = |number: &str| {
        let keys = format!("consultation: {{phone: \"{number}\"}}");
        !speaks("G006", LOCAL, &keys) && !speaks("G007", LOCAL, &keys)
    };
    let local = |digits: usize| "8".repeat(digits);
    for area in &phones.short_areas {
        assert!(is_good(&format!("{area}-{}", local(8))), "{area}");
    }
    for digits in &phones.local_digits {
        assert!(is_good(&format!("0571-{}", local(*digits))), "{digits}");
        assert!(speaks(
            "G006",
            LOCAL,
            &format!("complaint: {{phone: \"{}\"}}", local(*digits))
        ));
    }
    assert!(!is_good(&format!("0571-{}", local(6))));
    for hotline in &phones.hotlines {
        assert!(is_good(hotline), "{hotline}");
    }
    for form in phones.hotline_forms.iter().chain(&phones.whole_forms) {
        let number = format!("{}{}", form.starts, local(form.digits - form.starts.len()));
        assert!(is_good(&number), "{number}");
    }
    for shared in &phones.shared {
        let both =
            format!("consultation: {{phone: \"{shared}\"}}\ncomplaint: {{phone: \"{shared}\"}}");
        assert!(!speaks("G005", LOCAL, &both), "{shared}");
    }
    // With a word of its own the text would be let pass for its second number.
    assert!(is_good("旧号 0571-888888，改为 12345"));
    for filler in &phones.fillers {
        assert!(!is_good(&format!("0571-888888{filler}12345")), "{filler}");
    }
}

#[test]
fn every_vague_word_is_found_and_every_exception_holds() {
    let standard = standard();
    let is_vague = |text: &str| speaks("G008", BASE, &format!("acceptance_conditions: \"{text}\""));
    for word in standard.tables.naming.vague_words.iter() {
        assert!(is_vague(&format!("提交{}", word.word)), "{}", word.word);
    }
    let vague = &standard.tables.guide.vague;
    for denial in &vague.denials {
        assert!(!is_vague(&format!("{denial}提交其他材料")), "{denial}");
        assert!(
            is_vague(&format!("{denial}提交证明，提交其他材料")),
            "{denial}"
        );
    }
    for next in vague.explained_by.iter().chain(&vague.goes_on) {
        assert!(!is_vague(&format!("提交其他材料{next}甲")), "{next}");
    }
}

#[test]
fn every_ending_of_a_result_tells_its_type() {
    for form in guide().results {
        let kinds = ["1", "2", "3"].into_iter();
        for other in kinds.filter(|kind| *kind != form.kind) {
            let result = |name: &str, kind: &str| {
                format!("result_type: \"{kind}\"\nresult_name: 样例{name}")
            };
            for ending in &form.endings {
                assert!(speaks("G009", BASE, &result(ending, other)), "{ending}");
                assert!(
                    !speaks("G009", BASE, &result(ending, &form.kind)),
                    "{ending}"
                );
            }
            for ending in &form.except {
                assert!(!speaks("G009", BASE, &result(ending, other)), "{ending}");
            }
        }
    }
}

#[test]
fn every_word_of_place_and_hours_is_enough() {
    let guide = guide();
    let is_found = |place: &str| !speaks("G013", LOCAL, &format!("place: {place}"));
    for word in &guide.place.words {
        assert!(is_found(&format!("样例路 1 号{word}")), "{word}");
    }
    for word in &guide.place.numbered {
        assert!(is_found(&format!("样例路 1 号 3{word}")), "{word}");
        assert!(!is_found(&format!("样例路 1 号甲{word}")), "{word}");
    }
    let is_told = |hours: &str| !speaks("G014", LOCAL, &format!("hours: {hours}"));
    for word in &guide.hours.days {
        assert!(is_told(&format!("{word}上午 9:00")), "{word}");
    }
    for word in &guide.hours.clock {
        assert!(is_told(&format!("工作日{word}")), "{word}");
    }
    for word in &guide.hours.numbered {
        assert!(is_told(&format!("工作日上午九{word}")), "{word}");
        assert!(!is_told(&format!("工作日{word}段")), "{word}");
    }
}

#[test]
fn every_group_has_its_themes() {
    let guide = guide();
    for group in &guide.groups {
        let served = |code: &str| {
            let other = if group.themes == "themes_person" {
                "themes_corporate"
            } else {
                "themes_person"
            };
            format!(
                "served: [\"{code}\"]\n{}: [\"010\"]\n{other}: []",
                group.themes
            )
        };
        for code in group.served.iter().chain(&group.others) {
            assert!(!speaks("P001", BASE, &served(code)), "{code}");
        }
        for other in guide
            .groups
            .iter()
            .filter(|other| other.audience != group.audience)
        {
            for code in &other.served {
                assert!(speaks("P001", BASE, &served(code)), "{code}");
            }
        }
    }
}

#[test]
fn every_front_page_leads_nowhere() {
    for path in &guide().links.front_pages {
        let address = format!("online_url: https://sample.example{path}");
        assert!(speaks("P004", LOCAL, &address), "{path}");
    }
}
