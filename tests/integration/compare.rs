//! Two places set side by side: who is whose counterpart.

use mulu::catalog::Catalog;
use mulu::levels::{Comparison, Scope, Side, View, compare};

use crate::stage::{Example, TODAY, stage};

const COUNTY: &str = "local/330106/11330106002500033X4000123001000.yaml";

/// The stage with something changed.
fn with(block: &str) -> Catalog {
    Example::read("", block).catalog(&stage())
}

fn side<'c>(catalog: &'c Catalog, revision: Option<&'c str>, scope: Scope) -> Side<'c> {
    Side {
        view: View { catalog, revision },
        scope,
    }
}

fn county() -> Scope {
    Scope::Division("330106".into())
}

fn then_and_now<'c>(then: &'c Catalog, now: &'c Catalog, scope: Scope) -> Comparison<'c> {
    let from = side(then, Some("then"), scope.clone());
    compare(&from, &side(now, None, scope), TODAY)
}

/// The county's matter once more, by another body.
fn second(body: &str) -> String {
    let text = &stage()[COUNTY];
    let path = COUNTY.replace("11330106002500033X", body);
    format!("# {path}\n{}", text.replace("11330106002500033X", body))
}

#[test]
fn what_changed_above_shows_below_then_and_now() {
    let then = with(&format!("# {COUNTY}\n"));
    let now = with("# base/23/000123001000.yaml\nresult_name: 卫生许可证\n");
    let found = then_and_now(&then, &now, county());
    assert_eq!((found.pairs, found.differences.len()), (2, 1));
    let same = then.clone();
    let nothing = then_and_now(&then, &same, Scope::All);
    assert_eq!(
        (nothing.pairs, nothing.differences.len()),
        (then.matters().len(), 0)
    );
}

#[test]
fn a_split_is_told_by_the_body() {
    let then = with(&format!("# {COUNTY}\n"));
    let now = with(&second("12330106MU0111016L"));
    let found = then_and_now(&then, &now, county());
    assert_eq!(
        (found.pairs, found.only_to.len(), found.unclear.len()),
        (2, 1, 0)
    );
    let back = then_and_now(&now, &then, county());
    assert_eq!(
        (back.pairs, back.only_from.len(), back.unclear.len()),
        (2, 1, 0)
    );
}

#[test]
fn a_matter_that_went_to_another_body_is_the_same_matter() {
    let then = with(&format!("# {COUNTY}\n"));
    let moved = stage()[COUNTY].replace("11330106002500033X", "12330106MU0111016L");
    let mut files = stage();
    files.insert(COUNTY.to_owned(), moved);
    let now = Example::read("", &format!("# {COUNTY}\n")).catalog(&files);
    let found = then_and_now(&then, &now, county());
    assert_eq!(
        (found.pairs, found.only_from.len(), found.only_to.len()),
        (2, 0, 0)
    );
}

#[test]
fn a_matter_of_a_places_own_is_the_same_then_and_now() {
    let own = format!("# {COUNTY}\nbase_code: ~\nname: 湖面表演统筹\n");
    let (then, now) = (with(&own), with(&own.replace("统筹", "管理")));
    let found = then_and_now(&then, &now, county());
    assert_eq!((found.pairs, found.differences.len()), (2, 1));
    assert_eq!((found.only_from.len(), found.only_to.len()), (0, 0));
}

#[test]
fn of_several_counterparts_none_is_taken_for_the_one() {
    let now = with(&second("12330106MU0111016L"));
    let city = side(&now, None, Scope::Division("330100".into()));
    let found = compare(&side(&now, None, county()), &city, TODAY);
    assert_eq!((found.pairs, found.unclear.len()), (0, 1));
    let found = compare(&city, &side(&now, None, county()), TODAY);
    assert_eq!((found.pairs, found.unclear.len()), (2, 0));
}

#[test]
fn levels_meet_where_one_follows_the_other() {
    let now = with(&format!("# {COUNTY}\nresult_name: 证\n"));
    let level = |digit: &str| side(&now, None, Scope::Level(digit.into()));
    let found = compare(&level("3"), &level("4"), TODAY);
    assert_eq!((found.pairs, found.differences.len()), (1, 1));
    let same = compare(&level("4"), &level("4"), TODAY);
    assert_eq!((same.pairs, same.differences.len()), (2, 0));
    let back = compare(&level("4"), &level("3"), TODAY);
    assert_eq!((back.pairs, back.differences.len()), (1, 1));
}
