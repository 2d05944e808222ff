//! `mulu init` and `mulu demo`: new catalogs.

use crate::sandbox::Sandbox;

#[test]
fn a_new_catalog_is_made_and_is_clean() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.say(&["init", "目录"]), @r#"
    已在 目录 新建目录：两个示例事项、登记簿、标准（schemas/）。

    接下来：
      1. 把 catalog/ 下 mulu.yaml、divisions.yaml、bodies.yaml 里的示例换成本地的
      2. mulu check -C 目录
      3. mulu new base --help 新增事项；mulu -C 目录 打开界面
      4. cd 目录，git add .，git commit -m "新建目录"
    --- exit 0
    "#);
    insta::assert_snapshot!(sandbox.say(&["-C", "目录", "check"]), @r"
    没有问题（7 个文件，2 个事项）
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.files().join("\n"), @"
    目录/.gitattributes
    目录/.gitignore
    目录/catalog/base/31/000131002000.yaml
    目录/catalog/bodies.yaml
    目录/catalog/bundles/opening-a-restaurant.yaml
    目录/catalog/divisions.yaml
    目录/catalog/laws/law.yaml
    目录/catalog/local/330106/11330106MU033101XF4000131002000.yaml
    目录/catalog/mulu.yaml
    目录/schemas/base-matter.schema.json
    目录/schemas/baseline.schema.json
    目录/schemas/bodies.schema.json
    目录/schemas/bundle.schema.json
    目录/schemas/coding.yaml
    目录/schemas/divisions.schema.json
    目录/schemas/exceptions.yaml
    目录/schemas/exchange.yaml
    目录/schemas/export.schema.json
    目录/schemas/fields.yaml
    目录/schemas/guide.yaml
    目录/schemas/laws.schema.json
    目录/schemas/legal-basis.yaml
    目录/schemas/local-matter.schema.json
    目录/schemas/manifest.schema.json
    目录/schemas/matter-fields.schema.json
    目录/schemas/naming.yaml
    目录/schemas/tables/coding.schema.json
    目录/schemas/tables/exceptions.schema.json
    目录/schemas/tables/exchange.schema.json
    目录/schemas/tables/fields.schema.json
    目录/schemas/tables/guide.schema.json
    目录/schemas/tables/legal-basis.schema.json
    目录/schemas/tables/naming.schema.json
    目录/schemas/tables/types.schema.json
    目录/schemas/types.yaml
    ");
}

#[test]
fn the_next_steps_are_told_in_english_too() {
    let sandbox = Sandbox::new().with("LANG", "C");
    insta::assert_snapshot!(sandbox.say(&["init", "new"]), @r#"
    Made a catalog at new: two sample matters, the registers, the standard (schemas/).

    Next:
      1. replace the samples in mulu.yaml, divisions.yaml and bodies.yaml below catalog/ with your own
      2. mulu check -C new
      3. mulu new base --help adds a matter; mulu -C new opens the screen
      4. cd new, git add ., git commit -m "A new catalog"
    --- exit 0
    "#);
}

#[test]
fn a_catalog_is_not_made_over_another_and_nothing_is_touched() {
    let sandbox = Sandbox::new();
    sandbox.write("catalog/mine.yaml", "a: 1\n");
    sandbox.write(".gitignore", "mine\n");
    insta::assert_snapshot!(sandbox.say(&["init", "."]), @r"
    --- stderr
    错误：[DIR] 里已有事项目录
    提示：换一个文件夹
    --- exit 2
    ");
    assert_eq!(sandbox.files(), [".gitignore", "catalog/mine.yaml"]);
}

#[test]
fn files_that_are_there_already_are_kept() {
    let sandbox = Sandbox::new();
    sandbox.write(".gitignore", "mine\n");
    assert!(sandbox.say(&["init", "."]).ends_with("exit 0"));
    assert_eq!(sandbox.read(".gitignore"), "mine\n");
}

#[test]
fn a_new_catalog_is_a_repository_ready_for_its_first_commit() {
    let sandbox = Sandbox::with_catalog();
    let repository = git2::Repository::open(sandbox.path()).unwrap();
    assert!(repository.head().is_err(), "nothing is committed yet");
    let mut options = git2::StatusOptions::new();
    options.include_untracked(true);
    assert!(!repository.statuses(Some(&mut options)).unwrap().is_empty());
}

#[test]
fn the_demo_is_unpacked_with_its_first_commit() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.say(&["demo", "demo"]), @r"
    样例目录在 [DIR]/demo
      mulu -C [DIR]/demo         打开界面
      mulu -C [DIR]/demo check   检查
    --- exit 0
    ");
    let repository = git2::Repository::open(sandbox.path().join("demo")).unwrap();
    let mut options = git2::StatusOptions::new();
    options.include_untracked(true);
    assert!(repository.statuses(Some(&mut options)).unwrap().is_empty());
    assert!(repository.head().is_ok());
    assert_eq!(
        sandbox.read("demo/catalog/mulu.yaml"),
        std::fs::read_to_string("catalog/mulu.yaml").unwrap()
    );
}
