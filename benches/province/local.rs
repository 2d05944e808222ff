//! Local matters: each repeats what its base matter says, as those taken over from elsewhere do, and a few of
//! them get something wrong.

use std::fmt::Write;

use fastrand::Rng;

use crate::province::base::{basis_text, limits_text, papers_text};
use crate::province::words::{MORE_PAPERS, SYNONYMS};
use crate::province::{Base, Broken, Place, Planted, Province, Size};

/// What a local matter says, before it is written.
struct Local<'b> {
    base: &'b Base,
    base_code: String,
    name: String,
    kind: &'static str,
    basis: Vec<(&'static str, u32)>,
    statutory: u32,
    promised: u32,
    papers: Vec<&'static str>,
    visits: u32,
}

pub(super) fn locals(
    dice: &mut Rng,
    (bases, places): (&[Base], &[Place]),
    size: Size,
    province: &mut Province,
) {
    let mut count = 0;
    for place in places {
        for base in bases
            .iter()
            .filter(|base| base.levels.contains(&place.level))
        {
            if count == size.locals {
                return;
            }
            count += 1;
            let mut local = Local::of(base);
            // Nothing is planted in between, where it would hide what is below.
            let is_chosen = place.level == "4" && dice.u32(..1000) < size.planted;
            let planted = is_chosen.then(|| local.spoil(dice));
            let path = local.path(place);
            let rules = planted.flatten().into_iter();
            let rules = rules.flat_map(|(field, class)| local.rules(field, class));
            let findings = rules.map(|rule| (path.clone(), rule));
            province.findings.extend(findings);
            match planted.flatten() {
                Some(("base_code", class)) => province.broken.push(Broken {
                    path: path.clone(),
                    meant: base.code.clone(),
                    is_renamed: class == "renamed",
                }),
                Some((field, class)) => province.differences.push(Planted {
                    path: path.clone(),
                    field,
                    class,
                }),
                None => {}
            }
            let text = local.text(place);
            province.files.push((path, text));
        }
    }
}

impl<'b> Local<'b> {
    fn of(base: &'b Base) -> Local<'b> {
        Local {
            base,
            base_code: base.code.clone(),
            name: base.name.clone(),
            kind: base.kind,
            basis: base.basis.clone(),
            statutory: base.statutory,
            promised: base.promised,
            papers: base.papers.clone(),
            visits: 0,
        }
    }

    /// Gets something wrong: the field, and the class of difference. `None` if it cannot go wrong in this way.
    fn spoil(&mut self, dice: &mut Rng) -> Option<(&'static str, &'static str)> {
        match dice.u8(..10) {
            0 => Some(self.write_otherwise(dice)),
            1 => Some(self.rename(dice)),
            2 => {
                self.kind = ["01", "05", "07", "10", "20"]
                    .into_iter()
                    .find(|kind| *kind != self.base.kind)?;
                Some(("type", "conflict"))
            }
            3 => {
                (self.basis.len() > 1).then_some(())?;
                self.basis.remove(dice.usize(..self.basis.len()));
                Some(("legal_basis", "missing"))
            }
            4 => {
                self.statutory += 5;
                Some(("statutory_limit", "conflict"))
            }
            5 => {
                self.promised += 2;
                Some(("promised_limit", "looser"))
            }
            6 => {
                self.papers
                    .push(MORE_PAPERS[dice.usize(..MORE_PAPERS.len())]);
                Some(("materials", "extra"))
            }
            7 => {
                self.visits = 2;
                Some(("visits", "looser"))
            }
            8 => {
                self.break_code(dice);
                Some(("base_code", ""))
            }
            _ => {
                self.break_code(dice);
                self.rename(dice);
                Some(("base_code", "renamed"))
            }
        }
    }

    /// The rules that are to say that it got something wrong.
    fn rules(&self, field: &str, class: &str) -> Vec<&'static str> {
        match (field, class) {
            ("name", "wording") => vec!["N001"],
            ("name", _) => vec!["N005"],
            ("type", _) => vec!["T002"],
            // A licence takes twenty working days at most.
            ("statutory_limit", _) if self.kind == "01" && self.statutory > 20 => {
                vec!["X001", "D002"]
            }
            ("base_code", _) => vec!["R001"],
            ("visits", _) => vec!["X002", "G002"],
            ("promised_limit" | "materials", _) => vec!["X002"],
            _ => vec!["X001"],
        }
    }

    fn write_otherwise(&mut self, dice: &mut Rng) -> (&'static str, &'static str) {
        if self.name.contains('（') && dice.bool() {
            self.name = self.name.replace('（', "(").replace('）', ")");
        } else {
            self.name += ["（县级）", "(县级行使)", "（县级权限）"][dice.usize(..3)];
        }
        ("name", "wording")
    }

    fn rename(&mut self, dice: &mut Rng) -> (&'static str, &'static str) {
        let synonym = SYNONYMS
            .into_iter()
            .find(|(word, _)| self.name.contains(word));
        self.name = match (dice.u8(..3), synonym) {
            (0, Some((word, other))) => self.name.replacen(word, other, 1),
            (1, _) => format!("{}事项", self.name),
            _ => {
                let letters: Vec<char> = self.name.chars().collect();
                let gone = dice.usize(1..letters.len() - 1);
                let kept = letters.iter().enumerate();
                // A bracket alone would be a flaw of its own.
                let kept =
                    kept.filter(|(place, letter)| *place != gone || "（）".contains(**letter));
                let name: String = kept.map(|(_, letter)| letter).collect();
                if name == self.name {
                    format!("{name}事项")
                } else {
                    name
                }
            }
        };
        ("name", "conflict")
    }

    /// A sub-item that the base catalog does not have.
    fn break_code(&mut self, dice: &mut Rng) {
        let main = self.base.code.get(..9).unwrap_or_default();
        self.base_code = format!("{main}{}", dice.u32(900..999));
    }

    fn code(&self, place: &Place) -> String {
        let body = &place.bodies[self.base.department];
        format!("{body}{}{}", place.level, self.base_code)
    }

    fn path(&self, place: &Place) -> String {
        format!("local/{}/{}.yaml", place.code, self.code(place))
    }

    fn text(&self, place: &Place) -> String {
        let mut text = format!(
            "# {} · {}\ncode: \"{}\"\nbase_code: \"{}\"\nname: {}\ntype: \"{}\"\nlevel: \"{}\"\ndivision: \"{}\"\nbody: \"{}\"\nbody_nature: \"1\"\n",
            place.name,
            self.base.name,
            self.code(place),
            self.base_code,
            self.name,
            self.kind,
            place.level,
            place.code,
            place.bodies[self.base.department],
        );
        text += &basis_text(&self.basis);
        text += "power_source: \"1\"\nversion: 1\nstatus: \"1\"\n";
        text += &limits_text(self.statutory, self.promised);
        text += &self.base.guide();
        let _ = write!(
            text,
            "visits: {}\n{}place: {name}样例路 1 号政务服务中心二楼 {} 号窗口\nhours: 工作日上午 8:30—11:30，下午 14:00—17:00\n\
             consultation:\n  phone: 0571-0000 {:04}\ncomplaint:\n  phone: 0571-12345\nonline_url: https://sample.example/{}/{}\n",
            self.visits,
            papers_text(&self.papers),
            self.base.department + 1,
            self.base.department * 7 + 1000,
            place.code,
            self.base_code,
            name = place.name,
        );
        text
    }
}
