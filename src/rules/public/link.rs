//! Web addresses as far as the public cares: what is behind the name of the site.

/// Whether an address leads to no more than the front page of its site.
pub(super) fn is_front_page(address: &str, front_pages: &[String]) -> bool {
    let Some((_, rest)) = address.trim().split_once("://") else {
        return false;
    };
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("");
    // An application of one page tells its places apart behind `?` or `#`.
    !rest.contains(['?', '#']) && front_pages.iter().any(|front| *front == path)
}

/// An address without the slash at its end, which makes no difference.
pub(in crate::rules) fn bare(address: &str) -> &str {
    address.trim().trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    #[test]
    fn every_front_page_of_the_table_is_one() {
        let standard = Standard::bundled().unwrap();
        let front_pages = &standard.tables.guide.links.front_pages;
        for path in front_pages {
            assert!(is_front_page(
                &format!("https://a.example{path}"),
                front_pages
            ));
        }
        for address in [
            "https://a.example/apply",
            "https://a.example/#/apply",
            "https://a.example?id=1",
            "a.example",
        ] {
            assert!(!is_front_page(address, front_pages), "{address}");
        }
    }
}
