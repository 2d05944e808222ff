//! Who a commit is by: the author it names, and whose key signed it.

use jiff::civil::Date;

use crate::catalog::Remit;
use crate::catalog::remit::{Editor, Key};

/// 签名: what is known of the signature of a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Signature {
    /// It was not looked at, since nobody asks for it.
    #[default]
    Unseen,
    /// There is none.
    Missing,
    /// What is signed is not what is there.
    Bad,
    /// Nobody here has the key, or a program for it; the key, if it is told.
    Unknown(String),
    /// The signature or its key has expired, says whoever keeps the key here.
    Expired(String),
    /// The key was revoked.
    Revoked(String),
    /// It is what it says it is.
    Good {
        /// Fingerprints of the key, and of the one it hangs on.
        fingerprints: Vec<String>,
        /// The public key, if it was held against one of the manifest's.
        public: Option<String>,
        /// The mail address that the keys kept here give, if they vouch for it.
        email: Option<String>,
    },
}

/// 作者: the person a commit names, with its signature.
#[derive(Clone, Debug, Default)]
pub struct Author {
    /// As the commit has it.
    pub name: String,
    /// As the commit has it.
    pub email: String,
    /// What is known of the signature.
    pub signature: Signature,
}

impl Author {
    /// The entries it goes by: those with its mail address or its key.
    pub fn editors<'r>(&self, remit: &'r Remit, today: Date) -> Vec<&'r Editor> {
        let is_own = |editor: &&Editor| {
            editor.goes_by_email(&self.email) || self.has_signed_as(editor, today)
        };
        remit.editors.iter().filter(is_own).collect()
    }

    /// The entries whose key signed: those that are sure.
    pub fn signers<'r>(&self, remit: &'r Remit, today: Date) -> Vec<&'r Editor> {
        let editors = remit.editors.iter();
        editors
            .filter(|editor| self.has_signed_as(editor, today))
            .collect()
    }

    /// The entry whose key signed though that key counts no longer.
    pub fn late_signer<'r>(&self, remit: &'r Remit, today: Date) -> Option<&'r Editor> {
        let is_late = |editor: &&Editor| {
            let key = self.key_in(editor);
            key.is_some_and(|key| !key.holds_on(today))
        };
        remit.editors.iter().find(is_late)
    }

    /// An entry that lists keys goes by those alone; else by whoever the keys kept here vouch for.
    fn has_signed_as(&self, editor: &Editor, today: Date) -> bool {
        if !editor.keys.is_empty() {
            let key = self.key_in(editor);
            return key.is_some_and(|key| key.holds_on(today));
        }
        let Signature::Good { email, .. } = &self.signature else {
            return false;
        };
        let email = email.as_deref();
        email.is_some_and(|email| editor.goes_by_email(email))
    }

    /// The key of an entry that signed.
    fn key_in<'r>(&self, editor: &'r Editor) -> Option<&'r Key> {
        let Signature::Good {
            fingerprints,
            public,
            ..
        } = &self.signature
        else {
            return None;
        };
        editor.keys.iter().find(|key| {
            let mut known = fingerprints.iter();
            (public.is_some() && key.public() == *public)
                || known.any(|known| key.is_fingerprint(known))
        })
    }
}
