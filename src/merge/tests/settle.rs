//! What is chosen for a value that has both sides in it stands there alone.

use crate::merge::tests::local;
use crate::merge::{Clash, ClashPlace, Side, marked_clashes, settle_marked};
use crate::text::apply;
use crate::yaml::{Data, Path, patch, read};

const BOTH: &str = "\
level: |-
  <<<<<<< HEAD
  5
  =======
  3
  >>>>>>> 整理
visits: |-
  <<<<<<< HEAD
  1
  ||||||| 原来
  0
  =======
  >>>>>>> 整理
place: |
  样例路
  <<<<<<< HEAD
  2 号
  =======
  8 号
  >>>>>>> 整理
  周末休息
plain_names: |-
  <<<<<<< HEAD
  - 饭店
  - 餐馆
  =======
  - 饭店
  - 食堂
  >>>>>>> 整理
";

/// The text with these choices made.
fn settled(text: &str, choices: &[Option<Side>]) -> String {
    let ops = settle_marked(local(), &read(text), choices);
    ops.iter().fold(text.to_owned(), |text, op| {
        let edits = patch(&read(&*text), op).unwrap();
        apply(&text, &edits)
    })
}

/// The text with one side taken everywhere.
pub(super) fn settled_by(text: &str, side: Side) -> String {
    let clashes = marked_clashes(local(), &read(text));
    settled(text, &vec![Some(side); clashes.len()])
}

#[test]
fn what_is_marked_is_a_clash_of_values_again() {
    let found = marked_clashes(local(), &read(BOTH));
    assert_eq!(&*found[0].names[1], "整理");
    let clashes: Vec<_> = found.into_iter().map(|found| found.clash).collect();
    let places: Vec<_> = clashes.iter().map(|clash| clash.place.clone()).collect();
    let fields = ["level", "visits", "place", "plain_names"];
    assert_eq!(
        places,
        fields.map(|field| ClashPlace::Field(Path::key(field)))
    );
    assert_eq!(clashes[0].ours, Some("5".into()));
    assert_eq!(clashes[1].ours, Some(Data::Int(1)));
    assert_eq!(
        (&clashes[1].base, &clashes[1].theirs),
        (&Some(Data::Int(0)), &None)
    );
    assert_eq!(clashes[2].theirs, Some("8 号".into()));
    let both = clashes.iter().map(Clash::takes_both);
    assert_eq!(both.collect::<Vec<_>>(), [false, false, true, true]);
}

#[test]
fn one_side_everywhere_is_what_that_side_wrote() {
    assert_eq!(
        settled_by(BOTH, Side::Ours),
        "level: \"5\"\nvisits: 1\nplace: |\n  样例路\n  2 号\n  周末休息\nplain_names:\n  - 饭店\n  - 餐馆\n"
    );
    assert_eq!(
        settled_by(BOTH, Side::Theirs),
        "level: \"3\"\nplace: |\n  样例路\n  8 号\n  周末休息\nplain_names:\n  - 饭店\n  - 食堂\n"
    );
}

#[test]
fn both_stand_one_behind_the_other_where_they_can() {
    assert_eq!(
        settled_by(BOTH, Side::Both),
        "level: \"5\"\nvisits: 1\nplace: |\n  样例路\n  2 号\n  8 号\n  周末休息\nplain_names:\n  - 饭店\n  - 餐馆\n  - 食堂\n"
    );
}

#[test]
fn where_nothing_is_chosen_the_signs_stay() {
    let some = settled(BOTH, &[None, Some(Side::Theirs), None, None]);
    assert_eq!(
        some,
        BOTH.replace(
            &BOTH[BOTH.find("visits").unwrap()..BOTH.find("place").unwrap()],
            ""
        )
    );
    assert_eq!(settled(BOTH, &[None; 4]), BOTH);
}

#[test]
fn elements_that_one_side_took_away_go_without_moving_the_others() {
    let one = "  - |-\n    <<<<<<< a\n    name: 甲\n    =======\n    >>>>>>> b\n";
    let text = format!("materials:\n  - name: 乙\n{one}  - name: 丙\n{one}");
    assert_eq!(
        settled_by(&text, Side::Theirs),
        "materials:\n  - name: 乙\n  - name: 丙\n"
    );
    assert_eq!(
        settled_by(&text, Side::Ours),
        "materials:\n  - name: 乙\n  - name: 甲\n  - name: 丙\n  - name: 甲\n"
    );
}
