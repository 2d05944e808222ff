//! Where a branch is put up for review: the page on which each kind of host opens a request, made from the address
//! of a remote. Pure.

use std::fmt::Write;

/// 托管平台: the kinds of hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forge {
    /// GitHub, and GitHub Enterprise.
    Github,
    /// GitLab.
    Gitlab,
    /// Gitee.
    Gitee,
    /// Gitea and Forgejo.
    Gitea,
    /// Bitbucket Cloud.
    Bitbucket,
    /// Bitbucket Data Center.
    BitbucketServer,
    /// Azure `DevOps`.
    Azure,
}

/// 远程地址: the parts of a remote's address that lead to its pages. What is secret in it is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Where its pages are, as `https://git.example.cn:8443`.
    pub web: String,
    /// The host alone.
    pub host: String,
    /// The path of the repository, without `/` in front and `.git` behind.
    pub path: String,
}

/// Each kind with its word in the settings and the hosts known to be of it.
const KNOWN: [(Forge, &str, &[&str]); 7] = [
    (Forge::Github, "github", &["github.com"]),
    (Forge::Gitlab, "gitlab", &["gitlab.com", "jihulab.com"]),
    (Forge::Gitee, "gitee", &["gitee.com"]),
    (Forge::Gitea, "gitea", &["gitea.com", "codeberg.org"]),
    (Forge::Bitbucket, "bitbucket", &["bitbucket.org"]),
    (Forge::BitbucketServer, "bitbucket-server", &[]),
    (
        Forge::Azure,
        "azure",
        &["dev.azure.com", "ssh.dev.azure.com", "visualstudio.com"],
    ),
];

impl Forge {
    /// The words of the settings.
    pub(super) const WORDS: &'static str =
        "github, gitlab, gitee, gitea, forgejo, bitbucket, bitbucket-server, azure";

    /// The kind with this word; Forgejo is the same as Gitea.
    pub(super) fn from_word(word: &str) -> Option<Forge> {
        let word = if word == "forgejo" { "gitea" } else { word };
        let known = KNOWN.iter().find(|(_, known, _)| *known == word);
        known.map(|(forge, _, _)| *forge)
    }

    /// The kind of a host: one that is known, or one that bears the name of its kind (`gitlab.example.cn`).
    pub(super) fn of_host(host: &str) -> Option<Forge> {
        let is_at = |known: &str| host == known || host.ends_with(&format!(".{known}"));
        let known = KNOWN
            .iter()
            .find(|(_, _, hosts)| hosts.iter().any(|host| is_at(host)));
        let named = || {
            let labels = host.split('.');
            labels.into_iter().find_map(Forge::from_word)
        };
        known.map(|(forge, _, _)| *forge).or_else(named)
    }

    /// The page on which a branch is asked to be taken into another.
    pub(super) fn request_page(self, at: &Address, branch: &str, target: &str) -> String {
        let (web, path) = (&at.web, escaped(&at.path, true));
        let (from, into) = (escaped(branch, true), escaped(target, true));
        let (source, dest) = (escaped(branch, false), escaped(target, false));
        match self {
            Forge::Github => format!("{web}/{path}/compare/{into}...{from}?expand=1"),
            Forge::Gitlab => format!(
                "{web}/{path}/-/merge_requests/new?merge_request%5Bsource_branch%5D={source}&merge_request%5Btarget_branch%5D={dest}"
            ),
            Forge::Gitee => {
                let owner = path.split('/').next().unwrap_or_default();
                format!("{web}/{path}/pull/new/{owner}:{from}...{owner}:{into}")
            }
            Forge::Gitea => format!("{web}/{path}/compare/{into}...{from}"),
            Forge::Bitbucket => {
                format!("{web}/{path}/pull-requests/new?source={source}&dest={dest}")
            }
            Forge::BitbucketServer => {
                let (project, name) = path.rsplit_once('/').unwrap_or(("", &path));
                let project = project.rsplit('/').next().unwrap_or_default();
                format!(
                    "{web}/projects/{project}/repos/{name}/pull-requests?create&sourceBranch={source}&targetBranch={dest}"
                )
            }
            Forge::Azure => {
                let (web, path) = azure(at);
                format!("{web}/{path}/pullrequestcreate?sourceRef={source}&targetRef={dest}")
            }
        }
    }
}

/// The pages of Azure are elsewhere than its ssh addresses (`v3/organisation/project/repository`).
fn azure(at: &Address) -> (String, String) {
    let parts: Vec<String> = at
        .path
        .split('/')
        .map(|part| escaped(part, false))
        .collect();
    match parts.as_slice() {
        [version, organisation, project, name] if version == "v3" => {
            let (web, above) = if at.host.ends_with("visualstudio.com") {
                (
                    format!("https://{organisation}.visualstudio.com"),
                    String::new(),
                )
            } else {
                (
                    "https://dev.azure.com".to_owned(),
                    format!("{organisation}/"),
                )
            };
            (web, format!("{above}{project}/_git/{name}"))
        }
        _ => (at.web.clone(), parts.join("/")),
    }
}

impl Address {
    /// Takes the address of a remote apart: `https://…`, `ssh://…`, `git://…` or `host:path`; `None` for a folder.
    pub(super) fn parse(text: &str) -> Option<Address> {
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None => return Address::of_scp(text),
        };
        let (place, path) = rest.split_once('/')?;
        let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
        let (host, port) = apart(place);
        let is_web = matches!(scheme.as_str(), "http" | "https");
        if !is_web && !matches!(scheme.as_str(), "ssh" | "git" | "git+ssh" | "ssh+git") {
            return None;
        }
        // The port of ssh is not that of the pages.
        let port = port.filter(|_| is_web).map(|port| format!(":{port}"));
        let shown = if is_web { &scheme } else { "https" };
        Address::new(
            format!("{shown}://{host}{}", port.unwrap_or_default()),
            host,
            path,
        )
    }

    fn of_scp(text: &str) -> Option<Address> {
        let (place, path) = match text.strip_prefix('[') {
            // An address in brackets may hold a port.
            Some(rest) => rest.split_once("]:")?,
            None => text.split_once(':')?,
        };
        let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
        let (host, _) = apart(host);
        // One letter is a disk of Windows; a slash before the colon is a folder.
        if host.chars().count() < 2 || place.contains(['/', '\\']) {
            return None;
        }
        Address::new(format!("https://{host}"), host, path)
    }

    fn new(web: String, host: &str, path: &str) -> Option<Address> {
        let path = path.trim_matches('/');
        let path = path
            .strip_suffix(".git")
            .unwrap_or(path)
            .trim_end_matches('/');
        let path = unescaped(path);
        // Bitbucket's own server puts this before its repositories.
        let path = path.strip_prefix("scm/").unwrap_or(&path).to_owned();
        (!host.is_empty() && !path.is_empty()).then(|| Address {
            web,
            host: host.to_ascii_lowercase(),
            path,
        })
    }
}

/// A host and its port; an address of IPv6 keeps its brackets.
fn apart(place: &str) -> (&str, Option<&str>) {
    match place.rsplit_once(':') {
        Some((host, port))
            if port.chars().all(|digit| digit.is_ascii_digit()) && !port.is_empty() =>
        {
            (host, Some(port))
        }
        _ => (place, None),
    }
}

/// The text as part of an address; with `/` kept where it parts a path.
fn escaped(text: &str, keeps_slashes: bool) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
        if is_plain || (byte == b'/' && keeps_slashes) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        let code = after
            .get(..2)
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        rest = if code.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
    }
    bytes.extend(rest.bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(remote: &str, forge: Option<Forge>) -> String {
        let address = Address::parse(remote).unwrap();
        let forge = forge.or_else(|| Forge::of_host(&address.host)).unwrap();
        forge.request_page(&address, "任务/a b", "main")
    }

    #[test]
    fn each_host_has_its_page_from_every_form_of_address() {
        let github = "https://github.com/org/repo/compare/main...%E4%BB%BB%E5%8A%A1/a%20b?expand=1";
        for remote in [
            "git@github.com:org/repo.git",
            "ssh://git@github.com:22/org/repo.git",
            "https://github.com/org/repo",
            "https://user:secret@github.com/org/repo.git/",
            "[git@github.com:22]:org/repo.git",
        ] {
            assert_eq!(page(remote, None), github, "{remote}");
        }
        let table = [
            (
                "git@gitlab.example.gov.cn:a/b/c.git",
                "https://gitlab.example.gov.cn/a/b/c/-/merge_requests/new?merge_request%5Bsource_branch%5D=%E4%BB%BB%E5%8A%A1%2Fa%20b&merge_request%5Btarget_branch%5D=main",
            ),
            (
                "https://gitee.com/org/repo.git",
                "https://gitee.com/org/repo/pull/new/org:%E4%BB%BB%E5%8A%A1/a%20b...org:main",
            ),
            (
                "https://codeberg.org/org/repo.git",
                "https://codeberg.org/org/repo/compare/main...%E4%BB%BB%E5%8A%A1/a%20b",
            ),
            (
                "https://bitbucket.org/org/repo.git",
                "https://bitbucket.org/org/repo/pull-requests/new?source=%E4%BB%BB%E5%8A%A1%2Fa%20b&dest=main",
            ),
            (
                "https://org@dev.azure.com/org/pro%20ject/_git/repo",
                "https://dev.azure.com/org/pro%20ject/_git/repo/pullrequestcreate?sourceRef=%E4%BB%BB%E5%8A%A1%2Fa%20b&targetRef=main",
            ),
            (
                "git@ssh.dev.azure.com:v3/org/project/repo",
                "https://dev.azure.com/org/project/_git/repo/pullrequestcreate?sourceRef=%E4%BB%BB%E5%8A%A1%2Fa%20b&targetRef=main",
            ),
            (
                "org@vs-ssh.visualstudio.com:v3/org/project/repo",
                "https://org.visualstudio.com/project/_git/repo/pullrequestcreate?sourceRef=%E4%BB%BB%E5%8A%A1%2Fa%20b&targetRef=main",
            ),
        ];
        for (remote, expected) in table {
            assert_eq!(page(remote, None), expected, "{remote}");
        }
    }

    #[test]
    fn a_port_of_the_web_stays_and_one_of_ssh_goes() {
        let gitea = Some(Forge::Gitea);
        assert!(
            page("http://10.0.0.8:3000/a/b.git", gitea)
                .starts_with("http://10.0.0.8:3000/a/b/compare/")
        );
        assert!(
            page("ssh://git@[fd00::8]:2222/a/b.git", gitea)
                .starts_with("https://[fd00::8]/a/b/compare/")
        );
        let server = page(
            "ssh://git@git.example.cn:7999/PRJ/repo.git",
            Some(Forge::BitbucketServer),
        );
        assert!(
            server
                .starts_with("https://git.example.cn/projects/PRJ/repos/repo/pull-requests?create")
        );
        assert_eq!(
            server,
            page(
                "https://git.example.cn/scm/PRJ/repo.git",
                Some(Forge::BitbucketServer)
            )
        );
    }

    #[test]
    fn a_folder_is_no_host_and_an_unknown_host_no_kind() {
        for folder in [
            "/srv/git/a.git",
            "../a.git",
            "file:///srv/a.git",
            "C:\\git\\a",
            "./a:b",
        ] {
            assert_eq!(Address::parse(folder), None, "{folder}");
        }
        assert_eq!(Forge::of_host("git.example.gov.cn"), None);
        assert_eq!(Forge::of_host("notgithub.com"), None);
        assert_eq!(Forge::from_word("forgejo"), Some(Forge::Gitea));
    }
}
