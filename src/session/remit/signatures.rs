//! What the signatures of commits prove, by the keys of the manifest and by those that git has here.

use std::collections::HashMap;

use crate::catalog::{Key, Remit, Signature};
use crate::session::SessionError;
use crate::store::{Committed, Git, Signed};

/// The public keys of the manifest go by this name and their number in the file that is made of them.
const LISTED: &str = "mulu-editor-key-";

/// What is known of the signature of each commit, by its id.
pub(super) fn signatures(
    git: &Git,
    made: &[Committed],
    remit: &Remit,
) -> Result<HashMap<String, Signature>, SessionError> {
    let keys = remit.editors.iter().flat_map(|editor| &editor.keys);
    let keys: Vec<String> = keys.filter_map(Key::public).collect();
    let signed: Vec<&Committed> = made.iter().filter(|made| made.is_signed).collect();
    let ids: Vec<&str> = signed.iter().map(|made| &*made.revision.id).collect();
    let said = if ids.is_empty() {
        HashMap::new()
    } else {
        git.signatures(&ids, &allowed(&keys))?
    };
    let signature = |made: &Committed| match said.get(&made.revision.id) {
        _ if !made.is_signed => Signature::Missing,
        Some(signed) => read(signed, &keys),
        None => Signature::Unknown(String::new()),
    };
    let of_each = made
        .iter()
        .map(|made| (made.revision.id.clone(), signature(made)));
    Ok(of_each.collect())
}

fn allowed(keys: &[String]) -> String {
    let line =
        |(number, key): (usize, &String)| format!("{LISTED}{number} namespaces=\"git\" {key}\n");
    keys.iter().enumerate().map(line).collect()
}

fn read(signed: &Signed, keys: &[String]) -> Signature {
    let key = [&signed.fingerprint, &signed.key]
        .into_iter()
        .find(|text| !text.is_empty());
    let key = key.cloned().unwrap_or_default();
    match &*signed.letter {
        "G" | "U" => good(signed, keys),
        "B" => Signature::Bad,
        "X" | "Y" => Signature::Expired(key),
        "R" => Signature::Revoked(key),
        // It is signed, and yet git saw no signature: what checks it is missing.
        "N" => Signature::Unknown(String::new()),
        _ => Signature::Unknown(key),
    }
}

/// The name that a GPG key gives itself proves nothing; that of an SSH key is the one under which it is listed.
fn good(signed: &Signed, keys: &[String]) -> Signature {
    let is_vouched_for = signed.letter == "G";
    let is_ssh = signed.fingerprint.starts_with("SHA256:");
    let listed = signed.signer.strip_prefix(LISTED);
    let listed = listed.filter(|_| is_vouched_for && is_ssh);
    let public = listed.and_then(|number| keys.get(number.parse::<usize>().ok()?));
    let email = signed
        .signer
        .rsplit_once('<')
        .map_or(&*signed.signer, |(_, email)| email.trim_end_matches('>'));
    let fingerprints = [&signed.fingerprint, &signed.primary].into_iter();
    Signature::Good {
        fingerprints: fingerprints
            .filter(|text| !text.is_empty())
            .cloned()
            .collect(),
        public: public.cloned(),
        email: (is_vouched_for && listed.is_none()).then(|| email.to_owned()),
    }
}
