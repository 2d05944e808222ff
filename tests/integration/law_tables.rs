//! The tables of types and of law: every word, code and class in them is reached by a rule.

use std::collections::BTreeMap;

use mulu::catalog::standard::Standard;

use crate::stage::{Files, catalog, findings, stage};

/// What a matter is tried for: its text, the rule, and whether the rule is to speak.
struct Trial {
    text: String,
    rule: &'static str,
    speaks: bool,
}

#[test]
fn every_reserved_word_is_found_on_every_rank_that_may_not_set_it() {
    let standard = Standard::bundled().unwrap();
    let basis_table = &standard.tables.legal_basis;
    let mut trials = Vec::new();
    for reserved in &basis_table.reserved {
        let rule = match (&*reserved.kind, reserved.exact) {
            ("01", _) => "L010",
            ("02", _) => "L012",
            ("03", _) => "L013",
            (_, true) => "L014",
            (_, false) => "L015",
        };
        let mut setting = basis_table.setting.iter();
        let setting = setting
            .find(|setting| setting.kind == reserved.kind)
            .unwrap();
        // Where the type itself is shut out, that is said instead.
        let may_set: Vec<&str> = setting.ranks.iter().map(|rank| &*rank.rank).collect();
        for rank in ["administrative-regulation", "local-regulation"] {
            let is_settable = may_set.contains(&rank);
            let is_reserved = !reserved.ranks.iter().any(|known| known == rank);
            let speaks = is_settable && is_reserved;
            for word in &reserved.words {
                let text = matter(&reserved.kind, word, &basis(rank));
                trials.push(Trial { text, rule, speaks });
            }
            for unless in &reserved.unless {
                let name = format!("{}（{unless}）", reserved.words[0]);
                let text = matter(&reserved.kind, &name, &basis(rank));
                trials.push(Trial {
                    text,
                    rule,
                    speaks: false,
                });
            }
            for end in &reserved.ends {
                let text = matter(&reserved.kind, "样例征收", &basis(rank));
                let text = format!("{text}collection_kind: 样例{end}\n");
                trials.push(Trial { text, rule, speaks });
            }
        }
        for word in &reserved.words {
            let text = matter(&reserved.kind, word, &basis("law"));
            trials.push(Trial {
                text,
                rule,
                speaks: false,
            });
        }
    }
    judge(&trials);
}

#[test]
fn every_punishment_that_no_rule_may_set_is_found() {
    let standard = Standard::bundled().unwrap();
    let mut trials = Vec::new();
    for reserved in &standard.tables.legal_basis.reserved {
        for word in reserved.words.iter().filter(|_| reserved.kind == "02") {
            for rank in ["department-rule", "provincial-rule", "city-rule"] {
                let text = matter("02", "样例处罚", &basis(rank));
                let text = format!("{text}punishment_method: {word}\n");
                trials.push(Trial {
                    text,
                    rule: "L012",
                    speaks: true,
                });
            }
        }
    }
    judge(&trials);
}

#[test]
fn every_class_that_is_barred_is_found_and_no_other() {
    let standard = Standard::bundled().unwrap();
    let rules = BTreeMap::from([("01", "L017"), ("02", "L018"), ("03", "L016")]);
    for delegation in &standard.tables.legal_basis.delegation {
        let classes = ["11", "12", "13", "51", "52", "53", "91", "92", "93"];
        let codes = classes.map(|class| with_check(&format!("{class}3301060025000921")));
        let found = rules_of_locals(&delegation.kind, &codes);
        for code in &codes {
            let barred = &delegation.barred;
            let is_barred =
                barred.is_empty() || barred.iter().any(|barred| code.starts_with(&barred.class));
            let rule = rules[&*delegation.kind].to_owned();
            assert_eq!(
                found[code].contains(&rule),
                is_barred,
                "{code}: {:?}",
                found[code]
            );
        }
        let is_tried = |class: &str| classes.contains(&class);
        assert!(
            delegation
                .barred
                .iter()
                .all(|barred| is_tried(&barred.class))
        );
    }
}

#[test]
fn every_department_beyond_the_reach_of_a_city_is_pointed_out() {
    let standard = Standard::bundled().unwrap();
    let table = standard.tables.legal_basis.city_law.as_ref().unwrap();
    let departments = standard.tables.coding.departments.iter();
    let trials = departments.map(|department| {
        let text = matter("20", "样例信息查询", &basis("city-rule"));
        let stated = format!("department: \"{}\"", department.code);
        Trial {
            text: text.replace("department: \"17\"", &stated),
            rule: "L021",
            speaks: table.outside.contains(&department.code),
        }
    });
    judge(&trials.collect::<Vec<_>>());
}

#[test]
fn every_rank_that_stands_alone_is_pointed_out_for_every_such_type() {
    let standard = Standard::bundled().unwrap();
    let table = standard.tables.legal_basis.rules_alone.as_ref().unwrap();
    let mut trials = Vec::new();
    for kind in &standard.tables.types {
        for rank in &standard.tables.legal_basis.ranks {
            trials.push(Trial {
                text: matter(&kind.code, "样例办理", &basis(&rank.word)),
                rule: "L020",
                speaks: table.types.contains(&kind.code) && table.ranks.contains(&rank.word),
            });
        }
    }
    judge(&trials);
}

#[test]
fn every_phrase_that_names_no_law_is_found_and_is_no_unknown_law() {
    let standard = Standard::bundled().unwrap();
    let words = standard.tables.naming.vague_basis.iter();
    let trials = words.flat_map(|vague| {
        let text = matter("20", "样例信息查询", &cites(&vague.word));
        let trial = |rule, speaks| Trial {
            text: text.clone(),
            rule,
            speaks,
        };
        [trial("L008", true), trial("L001", false)]
    });
    judge(&trials.collect::<Vec<_>>());
}

#[test]
fn every_word_of_a_document_makes_a_phrase_a_title() {
    let standard = Standard::bundled().unwrap();
    let vague = &standard.tables.naming.vague_basis[0].word;
    let words = standard.tables.legal_basis.titles.documents.iter();
    let trials = words.map(|word| Trial {
        text: matter("20", "样例信息查询", &cites(&format!("{word}{vague}"))),
        rule: "L008",
        speaks: false,
    });
    judge(&trials.collect::<Vec<_>>());
}

#[test]
fn every_field_of_some_types_is_found_in_all_others() {
    let standard = Standard::bundled().unwrap();
    let values = BTreeMap::from([
        ("coercion_kind", "\"1\""),
        ("collection_kind", "样例费"),
        ("promised_limit", "{days: 1, unit: working}"),
        ("punishment_method", "警告"),
        ("reduction_reviewed", "true"),
    ]);
    let mut trials = Vec::new();
    for own in &standard.tables.own_fields {
        for kind in &standard.tables.types {
            let key = own.field.key();
            let text = matter(&kind.code, "样例办理", &basis("law"));
            trials.push(Trial {
                text: format!("{text}{key}: {}\n", values[key]),
                rule: "T003",
                speaks: !own.families.contains(&kind.family),
            });
        }
    }
    judge(&trials);
}

#[test]
fn every_type_in_a_local_code_is_told_from_the_others() {
    let standard = Standard::bundled().unwrap();
    let mut trials = Vec::new();
    for system in &standard.tables.legacy {
        let Some(local) = &system.local else { continue };
        for (value, length) in system.values.iter().zip(local.lengths.iter().cycle()) {
            let zeros = length - local.starts.len() - value.code.len();
            let code = format!("{}{}{}", local.starts, value.code, "0".repeat(zeros));
            for kind in &standard.tables.types {
                let text = matter(&kind.code, "样例办理", &basis("law"));
                trials.push(Trial {
                    text: format!("{text}local_base_code: \"{code}\"\n"),
                    rule: "T004",
                    speaks: value.kind.as_ref().is_some_and(|there| *there != kind.code),
                });
            }
        }
    }
    judge(&trials);
}

#[test]
fn every_type_that_another_system_numbers_otherwise_is_told_by_the_name() {
    let standard = Standard::bundled().unwrap();
    let mut trials = Vec::new();
    for told in &standard.tables.types {
        for (end, written) in told.telling.iter().flat_map(|end| {
            let types = standard.tables.types.iter();
            types.map(move |written| (end, written))
        }) {
            let is_imported = standard.tables.legacy.iter().any(|system| {
                let mut values = system.values.iter();
                values.any(|value| {
                    value.code == written.code && value.kind.as_ref() == Some(&told.code)
                })
            });
            trials.push(Trial {
                text: matter(&written.code, &format!("样例{end}"), &basis("law")),
                rule: "T006",
                speaks: is_imported && written.code != told.code,
            });
        }
    }
    judge(&trials);
}

#[test]
fn every_code_of_another_system_is_explained() {
    let standard = Standard::bundled().unwrap();
    for system in &standard.tables.legacy {
        let codes = system.values.iter().map(|value| &*value.code);
        let unknown: Vec<&str> = codes.filter(|code| standard.kind(code).is_none()).collect();
        let text = |code: &&str| {
            let text = matter("20", "样例信息查询", &basis("law"));
            text.replace("type: \"20\"", &format!("type: \"{code}\""))
        };
        let found = messages(unknown.iter().map(text).collect());
        let told = found
            .iter()
            .filter(|(rule, message)| rule == "T001" && message.contains(&system.zh));
        assert_eq!(told.count(), unknown.len(), "{}: {found:?}", system.zh);
    }
}

#[test]
fn a_remark_on_the_version_and_the_name_of_the_state_come_off_a_title() {
    let standard = Standard::bundled().unwrap();
    let titles = &standard.tables.legal_basis.titles;
    let text = |remark: &String| {
        let title = format!(
            "《{}公共场所卫生管理条例（2024 年{remark}）》",
            titles.prefix
        );
        matter("20", "样例信息查询", &cites(&title))
    };
    let found = messages(titles.remarks.iter().map(text).collect());
    let is_told = |text: &str| text.contains("写法不同的有“公共场所卫生管理条例”");
    let told = found.iter().filter(|(_, message)| is_told(message));
    assert_eq!(told.count(), titles.remarks.len(), "{found:?}");
}

/// Tries every matter on one stage.
fn judge(trials: &[Trial]) {
    let texts = trials.iter().map(|trial| trial.text.clone()).collect();
    let files = with_matters(texts);
    let found = found(files);
    for (number, trial) in trials.iter().enumerate() {
        let serial = serial(number);
        let own = found.iter().filter(|(path, ..)| path.contains(&serial));
        let rules: Vec<&str> = own.map(|(_, rule, _)| *rule).collect();
        assert_eq!(
            rules.contains(&trial.rule),
            trial.speaks,
            "{}: {rules:?}\n{}",
            trial.rule,
            trial.text
        );
    }
}

/// What the rules say of matters, each with the rule.
fn messages(texts: Vec<String>) -> Vec<(String, String)> {
    let found = found(with_matters(texts)).into_iter();
    found
        .map(|(_, rule, message)| (rule.to_owned(), message))
        .collect()
}

/// The stage with a law of every rank and with matters, each under a code of its own.
fn with_matters(texts: Vec<String>) -> Files {
    let mut files = files();
    for (number, text) in texts.into_iter().enumerate() {
        let text = text.replace("17099000", &serial(number));
        let code = text.split('"').nth(1).unwrap();
        files.insert(format!("base/17/{code}.yaml"), text);
    }
    files
}

/// The end of a base code by its number.
fn serial(number: usize) -> String {
    format!("17{:03}{:03}", 100 + number / 1000, number % 1000)
}

/// A base matter of a type that is named by its code.
fn matter(kind: &str, name: &str, basis: &str) -> String {
    let special = match kind {
        "03" => "coercion_kind: \"1\"\n",
        _ => "",
    };
    format!(
        "code: \"00{kind}17099000\"\nname: {name}\ntype: \"{kind}\"\ndepartment: \"17\"\n\
         levels: [\"4\"]\nlegal_basis:\n{basis}version: 1\nstatus: \"1\"\n{special}"
    )
}

/// A basis of a rank.
fn basis(rank: &str) -> String {
    cites(&format!("样例{rank}"))
}

fn cites(title: &str) -> String {
    format!("  - law: {title}\n    article: 1\n")
}

/// The stage with a law of every rank.
fn files() -> Files {
    let mut files = stage();
    let standard = Standard::bundled().unwrap();
    for rank in &standard.tables.legal_basis.ranks {
        let place = match &*rank.word {
            "city-rule" => "    region: \"3301\"\n",
            "local-regulation" | "provincial-rule" => "    region: \"33\"\n",
            _ => "",
        };
        let word = &rank.word;
        let entry = format!(
            "  - title: 样例{word}\n    rank: {word}\n{place}    versions:\n\
             \x20     - {{published_on: \"2026-01-01\", effective_on: \"2026-01-01\", articles: 9, status: in_force}}\n"
        );
        let text = files
            .entry(format!("laws/{}", rank.file))
            .or_insert_with(|| "laws:\n".to_owned());
        text.push_str(&entry);
    }
    files
}

/// Every finding: its path, rule and message.
fn found(files: Files) -> Vec<(String, &'static str, String)> {
    let bytes = files
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()));
    let found = findings(&catalog(bytes.collect())).into_iter();
    found
        .map(|finding| {
            (
                finding.file.path.to_string(),
                finding.rule,
                finding.message.zh,
            )
        })
        .collect()
}

/// The rules that speak of local matters that bodies carry out by entrustment, by the body.
fn rules_of_locals(kind: &str, bodies: &[String]) -> BTreeMap<String, Vec<String>> {
    let base = format!("00{kind}17099000");
    let mut files = files();
    files.insert(
        format!("base/17/{base}.yaml"),
        matter(kind, "样例办理", &basis("law")),
    );
    for body in bodies {
        let text = format!(
            "code: \"{body}4{base}\"\nbase_code: \"{base}\"\nlevel: \"4\"\ndivision: \"330106\"\n\
             body: \"{body}\"\nbody_nature: \"3\"\npower_source: \"5\"\nversion: 1\nstatus: \"1\"\n"
        );
        files.insert(format!("local/330106/{body}4{base}.yaml"), text);
    }
    let found = found(files);
    let of_body = |body: &String| {
        let own = found.iter().filter(|(path, ..)| path.contains(&**body));
        (
            body.clone(),
            own.map(|(_, rule, _)| (*rule).to_owned()).collect(),
        )
    };
    bodies.iter().map(of_body).collect()
}

/// A credit code with the check character that belongs to it.
fn with_check(code: &str) -> String {
    let start = &code[..17];
    let check = mulu::terms::credit_check_char(start).unwrap();
    format!("{start}{check}")
}
