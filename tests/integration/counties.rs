//! A small catalog with three counties under one city, in which one county goes its own way.

use mulu::session;
use mulu::store::Root;

use crate::sandbox::Sandbox;

/// The base matter that all three take up.
pub(crate) const BASE: &str = "000131002000";
/// The matter of the county that goes its own way.
pub(crate) const OWN_WAY: &str = "11330106MU033101XF4000131002000";
/// Its file.
pub(crate) const FILE: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";
/// The file of the base matter.
pub(crate) const BASE_FILE: &str = "catalog/base/31/000131002000.yaml";

/// What the county states itself.
const DEPARTS: &str = "
promised_limit: {days: 15, unit: working}   # 窗口人手不足
name: 食品经营许可(县级）
materials:
  - {name: 经营场所平面图, necessity: \"1\", kind: \"1\", format: \"3\", copies: 1, source: \"10\"}
  - {name: 食品经营许可申请书, necessity: \"1\", kind: \"1\", format: \"3\", copies: 1, source: \"10\"}
  - {name: 居民委员会证明, necessity: \"1\", kind: \"1\", format: \"3\", copies: 1, source: \"10\"}
acceptance_conditions: |-
  已取得营业执照，经营场所与申请一致。
  经营设备设施与品种、数量相适应，生熟分开。
  从业人员持有半年以内的健康证明。
";

/// The three counties.
pub(crate) fn counties() -> Sandbox {
    let sandbox = Sandbox::with_catalog();
    let text = sandbox.read(FILE);
    let divisions = "catalog/divisions.yaml";
    let list = sandbox.read(divisions);
    let others = [("330109", "萧山区"), ("330122", "桐庐县")];
    let entries = others.map(|(code, name)| {
        format!("  - {{code: \"{code}\", name: {name}, level: \"4\", parent: \"330100\"}}\n")
    });
    sandbox.write(divisions, &(list + &entries.concat()));
    for (code, _) in others {
        let path = FILE.replace("330106", code);
        sandbox.write(&path, &text.replace("330106", code));
    }
    sandbox.write(FILE, &(text + DEPARTS));
    sandbox
}

/// The same, committed.
pub(crate) fn committed() -> Sandbox {
    let sandbox = counties();
    sandbox.name_the_committer();
    commit(&sandbox);
    sandbox
}

/// Commits what lies there.
pub(crate) fn commit(sandbox: &Sandbox) {
    let root = Root::find(&sandbox.path()).unwrap();
    session::commit(&root, "县区", mulu::store::Audience::NOBODY).unwrap();
}
