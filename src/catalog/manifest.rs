//! What `mulu.yaml` says of the catalog as a whole.

use crate::catalog::Remit;
use crate::yaml::Value;

/// 目录说明: what `mulu.yaml` says of the catalog.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// Title in Chinese.
    pub title: String,
    /// Title in English, if given.
    pub title_en: Option<String>,
    /// Home division.
    pub home: Option<String>,
    /// How rules weigh everywhere.
    pub weights: Weights,
    /// How rules weigh for some matters, in the order of the file: the last one that speaks of a rule counts.
    pub scopes: Vec<Scope>,
    /// Who may change what.
    pub remit: Remit,
}

/// 轻重: how rules weigh, each named by its code or, as one of many, by its family letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// Severity words by code or letter.
    pub severities: Vec<(String, String)>,
    /// Rules that are switched off.
    pub off: Vec<String>,
}

/// 适用范围: how rules weigh for matters of some types at some divisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Codes of the types; `None` for all.
    pub types: Option<Vec<String>>,
    /// Codes of the divisions, each with all below it; `None` for all matters, base matters too.
    pub divisions: Option<Vec<String>>,
    /// How rules weigh there.
    pub weights: Weights,
}

impl Manifest {
    /// Reads the manifest; what is malformed is passed over, and other eyes see it.
    pub fn read(root: Value<'_>) -> Manifest {
        let text = |key| Some(root.get(key)?.text()?.to_owned());
        let rules = root.get("rules");
        let scopes = rules.and_then(|rules| rules.get("for"));
        Manifest {
            title: text("title").unwrap_or_default(),
            title_en: text("title_en"),
            home: text("home"),
            weights: rules.map(weights).unwrap_or_default(),
            scopes: scopes
                .into_iter()
                .flat_map(|list| list.items())
                .map(scope)
                .collect(),
            remit: Remit::read(root),
        }
    }
}

fn scope(value: Value<'_>) -> Scope {
    Scope {
        types: value.get("types").map(texts),
        divisions: value.get("divisions").map(texts),
        weights: weights(value),
    }
}

fn weights(value: Value<'_>) -> Weights {
    let severities = value.get("severities").into_iter();
    let word = |value: Value<'_>| value.text().map(str::to_owned);
    Weights {
        severities: severities
            .flat_map(|map| map.entries())
            .filter_map(|entry| Some((word(entry.key)?, word(entry.value)?)))
            .collect(),
        off: value.get("off").map(texts).unwrap_or_default(),
    }
}

fn texts(list: Value<'_>) -> Vec<String> {
    list.items()
        .filter_map(|value| value.text().map(str::to_owned))
        .collect()
}
