//! `mulu import`: every row is taken, is so already, or is rejected with its reason.

use mulu::exchange::{self, Mapping};

use crate::sandbox::Sandbox;

const LOCAL: &str = "11330106MU033101XF4000131002000";
const FILE: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";

/// Matters as another province lists them: its own codes, types of one digit, a title above the head.
const FOREIGN: &str = "\
样例区政务服务事项清单,,,,,,
序号,事项名称,area_code,item_code,org_part,task_type,task_type_name
1,食品经营许可新办,330106000000,51A-001-00,11330106MU033101XF,1,行政许可
2,适龄儿童入学,330106000000,51A-002-00,11330106MU033101XF,20,公共服务
,,,,,,
3,临时救助,330106000000,5.11602E+11,11330106MU033101XF,5,行政给付
4,=HYPERLINK(1),330106000000,51A-004-00,11330106MU033101XF,5,公共服务
5,护林防火,330106000000,51A-002-00,11330106MU033101XF,20,公共服务
";

#[test]
fn a_table_of_another_system_is_looked_at_before_it_is_taken() {
    let sandbox = Sandbox::with_catalog();
    sandbox.write("table.csv", FOREIGN);
    insta::assert_snapshot!(sandbox.say(&["import", "table.csv", "--map", "map.yaml"]), @"
    表：列名在第 2 行，每行一条实施清单事项
      事项名称 → name
      area_code → division
      item_code → local_code
      org_part → body
      task_type → type，按 unpadded 换算
      task_type_name → type
      不取：序号

    共 5 行：新增 2，改动 0，无变化 0，重复 0，拒收 3
    2 个新事项没有基本编码，按地方编码收下；导入后用 mulu align 找到对应
    拒收：
      第 6 行：item_code：“5.11602E+11”是表格软件改写过的科学记数，原来的编码已经丢失
      第 7 行：task_type_name：与另一列的“05”不一致
      第 8 行：与第 4 行编码相同，而“事项名称”不同
    对应表已写入 [DIR]/map.yaml
    只是预览，没有写入；加 --write 写入
    --- exit 1
    ");
    assert!(!sandbox.files().iter().any(|file| file.contains("51A")));
    insta::assert_snapshot!(sandbox.read("map.yaml"), @"
    # 表格与目录的对应表，可以改。field 是字段（留空或不写则不取这一列），codes 是换算表，见 schemas 的 exchange.yaml 和 types.yaml。
    # How the columns of a table become fields; made to be changed. A column without a field is not taken; codes
    # names a table of codes in exchange.yaml or types.yaml of the schemas.
    # without_base_code: keep 按地方编码收下没有基本编码的事项，refuse 不收。
    tables:
    - kind: local
      head:
        first: 2
        last: 2
      without_base_code: keep
      defaults:
        status: '1'
        version: '1'
      columns:
      - column: 序号
      - column: 事项名称
        field: name
      - column: area_code
        field: division
      - column: item_code
        field: local_code
      - column: org_part
        field: body
      - column: task_type
        field: type
        codes: unpadded
      - column: task_type_name
        field: type
    ");
}

#[test]
fn what_is_taken_is_filed_and_what_is_not_can_be_mended() {
    let sandbox = Sandbox::with_catalog();
    sandbox.write("table.csv", FOREIGN);
    assert_eq!(
        sandbox
            .run(&["import", "table.csv", "--write"])
            .status
            .code(),
        Some(1)
    );
    insta::assert_snapshot!(sandbox.read("catalog/local/330106/51A-001-00.yaml"), @r#"
    # 西湖区 · 食品经营许可新办
    code: "51A-001-00"
    name: 食品经营许可新办
    type: "01"
    level: "4"
    division: "330106"
    body: "11330106MU033101XF"
    local_code: "51A-001-00"
    version: 1
    status: "1"
    "#);
    insta::assert_snapshot!(sandbox.read("table.rejects.csv"), @r#"
    ﻿行,原因,Reason,序号,事项名称,area_code,item_code,org_part,task_type,task_type_name
    6,item_code：“5.11602E+11”是表格软件改写过的科学记数，原来的编码已经丢失,item_code: 5.11602E+11 is scientific notation that a spreadsheet made of a code; the code is lost,3,临时救助,330106000000,5.11602E+11,11330106MU033101XF,5,行政给付
    7,task_type_name：与另一列的“05”不一致,task_type_name: another column says 05,4,'=HYPERLINK(1),330106000000,51A-004-00,11330106MU033101XF,5,公共服务
    8,与第 4 行编码相同，而“事项名称”不同,"row 4 has the same code, and another 事项名称",5,护林防火,330106000000,51A-002-00,11330106MU033101XF,20,公共服务
    "#);
    let mended = sandbox
        .read("table.rejects.csv")
        .replace("5.11602E+11", "51A-003-00");
    sandbox.write("mended.csv", &mended);
    sandbox.run(&["import", "mended.csv", "--write"]);
    assert!(
        sandbox
            .read("catalog/local/330106/51A-003-00.yaml")
            .contains("临时救助")
    );
}

#[test]
fn a_second_import_changes_nothing() {
    let sandbox = Sandbox::with_catalog();
    sandbox.write("table.csv", FOREIGN);
    sandbox.run(&["import", "table.csv", "--write"]);
    let all = |sandbox: &Sandbox| {
        let files = sandbox.files().into_iter();
        let texts = files.filter(|file| file.ends_with("yaml"));
        texts.map(|file| sandbox.read(&file)).collect::<Vec<_>>()
    };
    let before = all(&sandbox);
    let said = sandbox.say(&["import", "table.csv", "--write"]);
    assert!(said.contains("新增 0，改动 0，无变化 2"), "{said}");
    assert_eq!(all(&sandbox), before);
}

#[test]
fn a_row_is_merged_with_what_is_there_field_by_field() {
    let sandbox = Sandbox::with_catalog();
    let before = sandbox.read(FILE);
    let marked = before.replace("status: \"1\"", "status: \"1\"  # 王编目");
    sandbox.write(FILE, &marked);
    let table = format!("TASK_CODE,事项状态,TRANSACT_TIME,到现场次数\n{LOCAL},暂停,,1\n");
    sandbox.write("table.csv", &table);
    assert_eq!(
        sandbox
            .run(&["import", "table.csv", "--write"])
            .status
            .code(),
        Some(0)
    );
    let after = sandbox.read(FILE);
    assert!(after.contains("status: \"2\"  # 王编目"), "{after}");
    assert!(after.contains("visits: 1"), "{after}");
    let restored = after
        .replace("status: \"2\"  # 王编目", "status: \"1\"")
        .replace("visits: 1\n", "");
    assert_eq!(restored.replace("\n\n", "\n"), before.replace("\n\n", "\n"));
}

#[test]
fn a_mapping_changed_by_hand_is_what_counts() {
    let sandbox = Sandbox::with_catalog();
    sandbox.write("table.csv", FOREIGN);
    sandbox.run(&["import", "table.csv", "--map", "map.yaml"]);
    sandbox.replace(
        "map.yaml",
        "without_base_code: keep",
        "without_base_code: refuse",
    );
    let said = sandbox.say(&["import", "table.csv", "--map", "map.yaml"]);
    assert!(said.contains("新增 0"), "{said}");
    assert!(said.contains("without_base_code: keep"), "{said}");
    sandbox.replace("map.yaml", "codes: unpadded", "codes: paded");
    insta::assert_snapshot!(sandbox.say(&["import", "table.csv", "--map", "map.yaml"]), @"
    --- stderr
    错误：没有换算表“paded”
    --- exit 2
    ");
}

#[test]
fn a_table_of_nothing_known_is_not_taken() {
    let sandbox = Sandbox::with_catalog();
    sandbox.write("table.csv", "甲,乙\n1,2\n");
    insta::assert_snapshot!(sandbox.say(&["import", "table.csv"]), @"
    --- stderr
    错误：看不出表里是什么：没有认出足够的列名
    提示：用 --kind 说明每行是什么，或者写一份对应表交给 --map；认得的列名见 schemas 的 exchange.yaml
    --- exit 2
    ");
    sandbox.write(
        "table.xls",
        "<html><table><tr><td>甲</td></tr></table></html>",
    );
    insta::assert_snapshot!(sandbox.say(&["import", "table.xls"]), @"
    --- stderr
    错误：这是一个网页，只是名字像表格；请用表格软件打开，另存为 .xlsx
    --- exit 2
    ");
}

/// A head of two rows with merged cells, one material to a row.
#[test]
fn rows_of_one_matter_become_its_list() {
    let tables = exchange::read(
        "实施编码,申请材料,申请材料\n,材料名称,必要性\n\
         11330106MU033101XF4000131002000,营业执照,必要\n\
         11330106MU033101XF4000131002000,平面图,非必要\n"
            .as_bytes(),
    )
    .unwrap();
    let sandbox = Sandbox::with_catalog();
    let root = mulu::store::Root::at(&sandbox.path()).unwrap();
    let catalog = mulu::session::load(&root, &|_, _| ()).unwrap();
    let mapping: Mapping = exchange::propose(&catalog, &tables, None).mapping;
    let fields: Vec<_> = mapping.tables[0]
        .columns
        .iter()
        .map(|column| column.field.as_deref())
        .collect();
    assert_eq!(
        fields,
        [
            Some("code"),
            Some("materials.name"),
            Some("materials.necessity")
        ]
    );
    let import = exchange::import(&catalog, &tables, &mapping, &|_, _| true)
        .unwrap()
        .unwrap();
    assert_eq!((import.tally.changed, import.rejects.len()), (2, 0));
    let after = import.plan.changes[0].after.as_deref().unwrap();
    assert!(
        after.contains("name: 营业执照") && after.contains("name: 平面图"),
        "{after}"
    );
    assert_eq!(
        exchange::import(&catalog, &tables, &mapping, &|_, _| false)
            .unwrap()
            .map(|_| ()),
        None
    );
}
