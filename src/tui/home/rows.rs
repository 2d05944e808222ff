//! The rows of the home screen. Every row but a heading is a place to go to.

use crate::catalog::Field;
use crate::findings::Severity;
use crate::levels::Score;
use crate::report::percent;
use crate::session::Change;
use crate::text::{Lang, Words, words};
use crate::tui::home::Overview;
use crate::tui::model::Model;
use crate::tui::screens::mark;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row};

/// Where a row leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// Nowhere: a heading.
    Nowhere,
    /// A matter.
    Matter(Box<str>),
    /// A matter, at a field.
    Field(Box<str>, Field),
    /// The findings of a severity.
    Severity(Severity),
    /// The findings of some rules.
    Rules(&'static [&'static str]),
    /// All findings.
    Findings,
    /// The differences; those of one division, if it is named.
    Review(Box<str>),
    /// What is changed.
    Changes,
    /// The question about unsaved work of an earlier session.
    Recover,
    /// The files of a commit, shown or hidden.
    Commit(String),
    /// The search.
    Search,
}

/// 行: one row of the home screen.
#[derive(Clone, Debug)]
pub(crate) struct HomeRow {
    /// What it shows.
    pub(crate) row: Row,
    /// Where it leads.
    pub(crate) goal: Goal,
}

/// What is over: exceptions and decisions.
const OVER: &[&str] = &["A001", "X004"];
/// What ends soon.
const ENDING: &[&str] = &["A002"];
/// Files listed of a commit.
const FILES: usize = 20;

/// The rows.
pub(crate) fn rows(model: &Model) -> Vec<HomeRow> {
    let mut page = Page {
        model,
        lang: model.lang,
        rows: Vec::new(),
    };
    page.title();
    page.go_on();
    page.work();
    page.scores();
    page.commits();
    page.rows
}

struct Page<'m> {
    model: &'m Model,
    lang: Lang,
    rows: Vec<HomeRow>,
}

impl Page<'_> {
    fn push(&mut self, goal: Goal, left: Vec<Piece>) {
        let row = Row::of(left);
        self.rows.push(HomeRow { row, goal });
    }

    fn heading(&mut self, title: Words) {
        self.push(Goal::Nowhere, Vec::new());
        let title = format!("  {}", title.of(self.lang));
        self.push(Goal::Nowhere, vec![Piece::new(Role::Section, title)]);
    }

    fn said(&mut self, goal: Goal, text: &str) {
        self.push(goal, vec![Piece::plain(format!("    {text}"))]);
    }

    fn quiet(&mut self, text: &str) {
        let text = format!("    {text}");
        self.push(Goal::Nowhere, vec![Piece::new(Role::Dim, text)]);
    }

    /// What the catalog is called, and where it lies.
    fn title(&mut self) {
        let Some(opened) = &self.model.opened else {
            return;
        };
        let manifest = &opened.catalog.registers.manifest;
        let title = match (self.lang, &manifest.title_en) {
            (Lang::En, Some(title)) => title,
            _ => &manifest.title,
        };
        let count = words("{n} 个事项", "{n} matters");
        let count = count.with(&[("n", &opened.catalog.matters().len().to_string())]);
        let folder = opened.root.path().display().to_string();
        let pieces = vec![
            Piece::new(Role::Strong, format!("  {title}")),
            Piece::new(Role::Dim, format!("  {}  {folder}", count.of(self.lang))),
        ];
        self.push(Goal::Nowhere, Vec::new());
        self.push(Goal::Nowhere, pieces);
    }

    /// Where someone left off; for someone new, what can be done.
    fn go_on(&mut self) {
        let home = &self.model.home;
        let path = home.matter.clone();
        let is_there = self.model.place_of(&path).is_some();
        let review = self.model.review.place().path;
        if !is_there && review.is_empty() {
            return self.for_someone_new();
        }
        self.heading(words("接着做", "Go on"));
        if is_there {
            let said = words("上次的事项：{title}", "the last matter: {title}");
            let said = said.with(&[("title", &self.model.title_of(&path))]);
            self.said(Goal::Matter(path), said.of(self.lang));
        }
        if !review.is_empty() {
            let said = words("上次比对到：{title}", "the last review: {title}");
            let said = said.with(&[("title", &self.model.title_of(&review))]);
            self.said(Goal::Review("".into()), said.of(self.lang));
        }
    }

    fn for_someone_new(&mut self) {
        self.heading(words("第一次来，可以", "New here? You can"));
        let search = words(
            "找一个事项，看它、改它（/）",
            "find a matter, read it, change it (/)",
        );
        self.said(Goal::Search, search.of(self.lang));
        let findings = words(
            "看检查出了什么问题，逐个改正（f）",
            "see what the check found, and put it right (f)",
        );
        self.said(Goal::Findings, findings.of(self.lang));
        let review = words(
            "看各级哪里不一致，逐处处置（r）",
            "see where levels differ, and decide (r)",
        );
        self.said(Goal::Review("".into()), review.of(self.lang));
    }

    /// What waits to be done.
    fn work(&mut self) {
        self.heading(words("待办", "To do"));
        let before = self.rows.len();
        let model = self.model;
        if !model.home.recoverable.is_empty() {
            let said = words(
                "上次没有保存的改动：{n} 个文件",
                "not saved last time: {n} files",
            );
            self.count(Goal::Recover, said, model.home.recoverable.changes.len());
        }
        self.count(
            Goal::Changes,
            words("未保存：{n} 个文件", "not saved: {n} files"),
            model.unsaved.len(),
        );
        let uncommitted = words("未提交：{n} 个文件", "not committed: {n} files");
        self.count(Goal::Changes, uncommitted, model.uncommitted.len());
        self.severity(Severity::Error, words("错误：{n} 处", "errors: {n}"));
        self.severity(Severity::Warning, words("警告：{n} 处", "warnings: {n}"));
        let over = words(
            "已过期的例外和准予：{n} 处",
            "exceptions and approvals that are over: {n}",
        );
        self.count(Goal::Rules(OVER), over, self.found(OVER));
        let ending = words("快到期的例外：{n} 处", "exceptions that end soon: {n}");
        self.count(Goal::Rules(ENDING), ending, self.found(ENDING));
        self.differences();
        if !model.findings.is_complete {
            self.quiet(words("检查中…", "checking…").of(self.lang));
        } else if self.rows.len() == before {
            self.quiet(words("没有待办", "nothing to do").of(self.lang));
        }
    }

    fn count(&mut self, goal: Goal, said: Words, count: usize) {
        if count > 0 {
            let said = said.with(&[("n", &count.to_string())]);
            self.said(goal, said.of(self.lang));
        }
    }

    fn severity(&mut self, severity: Severity, said: Words) {
        let count = self.model.findings.count(severity);
        if count == 0 {
            return;
        }
        let (letter, role) = mark(Some(severity));
        let said = said.with(&[("n", &count.to_string())]);
        let pieces = vec![
            Piece::plain("    "),
            Piece::new(role, letter),
            Piece::plain(format!(" {}", said.of(self.lang))),
        ];
        self.push(Goal::Severity(severity), pieces);
    }

    fn found(&self, rules: &[&str]) -> usize {
        let all = self.model.findings.all.iter();
        all.filter(|finding| rules.contains(&finding.rule)).count()
    }

    /// Differences that wait, and approvals that end soon.
    fn differences(&mut self) {
        let Some(overview) = self.model.home.overview.clone() else {
            return;
        };
        let open = words("未处置的差异：{n} 处", "differences to decide on: {n}");
        self.count(Goal::Review("".into()), open, overview.open);
        let ending = words(
            "准予不同到 {day} 为止：{what}",
            "approved until {day}: {what}",
        );
        for one in &overview.ending {
            let day = one.until.to_string();
            let said = ending.with(&[("day", &day), ("what", one.said.of(self.lang))]);
            self.said(Goal::Field(one.path.clone(), one.field), said.of(self.lang));
        }
    }

    /// How uniform the catalog is, its levels, and the divisions that are least so.
    fn scores(&mut self) {
        self.heading(words("统一度", "Uniformity"));
        let Some(overview) = self.model.home.overview.clone() else {
            self.quiet(words("计算中…", "being worked out…").of(self.lang));
            return;
        };
        let whole = words("全目录", "whole catalog").of(self.lang);
        self.score(whole, &overview.whole, Goal::Review("".into()));
        for (level, score) in &overview.levels {
            let level = level.of(self.lang);
            self.score(level, score, Goal::Review("".into()));
        }
        self.lowest(&overview);
    }

    fn lowest(&mut self, overview: &Overview) {
        if overview.lowest.is_empty() || overview.divisions < 2 {
            return;
        }
        let title = words("最低的区划（共 {n} 个）：", "lowest of {n} divisions:");
        let title = title.with(&[("n", &overview.divisions.to_string())]);
        self.quiet(title.of(self.lang));
        for (_, name, score) in &overview.lowest {
            self.score(&format!("  {name}"), score, Goal::Review(name.clone()));
        }
    }

    fn score(&mut self, name: &str, score: &Score, goal: Goal) {
        let about = words(
            "比对 {compared} 项，不一致 {departing} 项",
            "{compared} compared, {departing} depart",
        );
        let about = about.with(&[
            ("compared", &score.compared.to_string()),
            ("departing", &score.departing.to_string()),
        ]);
        let pieces = vec![
            Piece::plain("    "),
            Piece::column(Role::Plain, name, 22),
            Piece::new(Role::Strong, format!("{:>6}", percent(score))),
            Piece::new(Role::Dim, format!("  {}", about.of(self.lang))),
        ];
        self.push(goal, pieces);
    }

    /// Who changed what of late.
    fn commits(&mut self) {
        let Some(commits) = self.model.home.commits.clone() else {
            return;
        };
        if commits.is_empty() {
            return;
        }
        self.heading(words("最近提交", "Last commits"));
        for commit in &commits {
            self.commit(commit);
        }
    }

    fn commit(&mut self, commit: &Change) {
        let count = words("{n} 个文件", "{n} files");
        let count = count.with(&[("n", &commit.paths.len().to_string())]);
        let revision = &commit.revision;
        let pieces = vec![
            Piece::new(Role::Dim, format!("    {}  ", revision.day())),
            Piece::column(Role::Plain, &revision.author, 16),
            Piece::plain(format!("{}  ", revision.subject)),
            Piece::new(Role::Dim, count.of(self.lang)),
        ];
        self.push(Goal::Commit(revision.id.clone()), pieces);
        if !self.model.home.opened.contains(&revision.id) {
            return;
        }
        for path in commit.paths.iter().take(FILES) {
            let title = format!("      {}", self.model.title_of(path));
            self.push(Goal::Matter(path.clone()), vec![Piece::plain(title)]);
        }
        if commit.paths.len() > FILES {
            let more = words("  还有 {n} 个", "  {n} more");
            let more = more.with(&[("n", &(commit.paths.len() - FILES).to_string())]);
            self.quiet(more.of(self.lang));
        }
    }
}
