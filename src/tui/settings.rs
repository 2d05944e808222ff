//! The settings as the program's start meets them: a file that is there or not, read, and what is wrong.

use std::path::{Path, PathBuf};

use crate::store;
use crate::text::{Lang, Message as Saying, words};
use crate::tui::config::{self, Config, Mistake, shown};

/// 设置文件: what was read from it.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    file: PathBuf,
    pub(crate) config: Config,
    mistakes: Vec<Mistake>,
    unread: Option<Saying>,
}

impl Settings {
    /// Reads the file; one that is not there says nothing.
    pub fn read(file: Option<&Path>) -> Settings {
        let Some(file) = file else {
            return Settings::default();
        };
        let nothing = Settings {
            file: file.to_owned(),
            ..Settings::default()
        };
        match store::read_text(file) {
            Ok(Some(Some(text))) => {
                let (config, mistakes) = config::read(&text);
                Settings {
                    config,
                    mistakes,
                    ..nothing
                }
            }
            Ok(None) => nothing,
            Ok(Some(None)) => Settings {
                unread: Some(words("不是 UTF-8 文字", "it is not UTF-8 text").into()),
                ..nothing
            },
            Err(error) => Settings {
                unread: Some(error.message()),
                ..nothing
            },
        }
    }

    /// What is wrong, with file, line and column.
    pub fn mistakes(&self) -> Vec<Saying> {
        let file = self.file.display().to_string();
        let unread = self.unread.iter().map(|said| Saying {
            zh: format!("{file}：{}", said.zh),
            en: format!("{file}: {}", said.en),
        });
        let mistakes = self.mistakes.iter().map(|mistake| mistake.at(&file));
        unread.chain(mistakes).collect()
    }

    /// The settings in force, as YAML.
    pub fn in_force(&self, lang: Lang) -> String {
        shown(&self.config, lang)
    }
}
