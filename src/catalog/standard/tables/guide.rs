//! What a guide must say, and in which words: limits, fees, steps, phones, results, places, hours, whom a
//! matter serves, links.

use serde::Deserialize;

/// 办事指南表.
#[derive(Clone, Debug, Deserialize)]
pub struct Guide {
    /// Limits that hold unless another law says otherwise.
    pub limits: Vec<GeneralLimit>,
    /// Words of steps that do not count towards the limit.
    pub uncounted_steps: Words,
    /// How soon a decision must be delivered.
    pub deliveries: Vec<Delivery>,
    /// What is done on the spot.
    pub immediate: Immediate,
    /// The ranks of law on which fees must rest.
    pub fee_bases: Vec<FeeBasis>,
    /// Steps that a procedure should have.
    pub steps: Vec<Procedure>,
    /// Telephone numbers.
    pub phones: Phones,
    /// Where a vague word is in order.
    pub vague: Vague,
    /// Which type of result goes with which ending.
    pub results: Vec<ResultForm>,
    /// Words of a place that can be found.
    pub place: Place,
    /// Words of hours.
    pub hours: Hours,
    /// Which themes go with whom a matter serves.
    pub groups: Vec<Group>,
    /// Links.
    pub links: Links,
}

/// A list of words.
#[derive(Clone, Debug, Deserialize)]
pub struct Words {
    /// The words.
    pub words: Vec<String>,
}

/// 一般期限: the limit for a type unless another law says otherwise.
#[derive(Clone, Debug, Deserialize)]
pub struct GeneralLimit {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// So many days.
    pub days: u32,
    /// So many where several bodies act jointly.
    #[serde(default)]
    pub joint_days: Option<u32>,
    /// The word of the unit.
    pub unit: String,
    /// Full title of the law.
    pub statute: String,
    /// Number of the article.
    pub article: u32,
    /// The article that says how days are counted.
    #[serde(default)]
    pub unit_article: Option<u32>,
}

/// 送达期限: how soon the decision of a type must be delivered.
#[derive(Clone, Debug, Deserialize)]
pub struct Delivery {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Words in the name of the step.
    pub words: Vec<String>,
    /// Within so many days.
    pub days: u32,
    /// Full title of the law that says so.
    pub statute: String,
    /// Number of the article.
    pub article: u32,
}

/// 即办件: what is done on the spot.
#[derive(Clone, Debug, Deserialize)]
pub struct Immediate {
    /// Code of the handling type.
    pub handling_type: String,
    /// The promise may be this long.
    pub most_days: u32,
}

/// 收费依据: the ranks of law on which the fees of a type must rest.
#[derive(Clone, Debug, Deserialize)]
pub struct FeeBasis {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Words of the ranks.
    pub ranks: Vec<String>,
    /// Full title of the law that says so.
    pub statute: String,
    /// Number of the article.
    pub article: u32,
}

/// 办理流程: the steps that the procedure of a type should have.
#[derive(Clone, Debug, Deserialize)]
pub struct Procedure {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The steps in order.
    pub parts: Vec<StepPart>,
}

/// 环节: one step there should be.
#[derive(Clone, Debug, Deserialize)]
pub struct StepPart {
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// One of these in the name of a step is enough.
    pub words: Vec<String>,
}

/// 电话: what makes a number that can be dialled.
#[derive(Clone, Debug, Deserialize)]
pub struct Phones {
    /// Area codes of three digits; the others have four.
    pub short_areas: Vec<String>,
    /// Digits after the area code.
    pub local_digits: Vec<usize>,
    /// Short numbers of the whole country.
    pub hotlines: Vec<String>,
    /// Forms of short numbers that need no area code.
    pub hotline_forms: Vec<NumberForm>,
    /// Forms of long numbers that have no area code.
    pub whole_forms: Vec<NumberForm>,
    /// Numbers for questions and complaints alike.
    pub shared: Vec<String>,
    /// What may stand between numbers.
    pub fillers: Vec<String>,
}

/// A form of numbers.
#[derive(Clone, Debug, Deserialize)]
pub struct NumberForm {
    /// How the number begins.
    pub starts: String,
    /// How many digits it has.
    pub digits: usize,
}

/// 不算含糊: where a vague word is in order.
#[derive(Clone, Debug, Deserialize)]
pub struct Vague {
    /// Before the word in the same clause: it says what is not wanted.
    pub denials: Vec<String>,
    /// Right after the word: what is meant follows.
    pub explained_by: Vec<String>,
    /// Right after the word: it is part of another one.
    pub goes_on: Vec<String>,
}

/// 结果名称: which type of result goes with which ending.
#[derive(Clone, Debug, Deserialize)]
pub struct ResultForm {
    /// Code of the result type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Endings of the name.
    pub endings: Vec<String>,
    /// Endings that do not count.
    pub except: Vec<String>,
}

/// 办理地点: words of a place that can be found.
#[derive(Clone, Debug, Deserialize)]
pub struct Place {
    /// One of these is enough.
    pub words: Vec<String>,
    /// These count only right after a number or letter.
    pub numbered: Vec<String>,
}

/// 办理时间: words of hours.
#[derive(Clone, Debug, Deserialize)]
pub struct Hours {
    /// Words that say which days.
    pub days: Vec<String>,
    /// Words that say at what time.
    pub clock: Vec<String>,
    /// These count only right after a number.
    pub numbered: Vec<String>,
}

/// 服务对象与主题: which themes go with whom a matter serves.
#[derive(Clone, Debug, Deserialize)]
pub struct Group {
    /// The word of a bundle's audience.
    pub audience: String,
    /// Codes of those served.
    pub served: Vec<String>,
    /// Codes of those who may have these themes too.
    pub others: Vec<String>,
    /// Key of the field of themes.
    pub themes: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
}

/// 网址: links that lead nowhere in particular.
#[derive(Clone, Debug, Deserialize)]
pub struct Links {
    /// Paths that lead to a front page only.
    pub front_pages: Vec<String>,
    /// One address for so many base matters is too general.
    pub same_for: usize,
}
