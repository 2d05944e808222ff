//! What is said after a change: what changed, and what is to be said of the file now.

use crate::catalog::File;
use crate::change::Plan;
use crate::cli::call::Call;
use crate::cli::explain;
use crate::cli::failure::Failure;
use crate::findings::Finding;
use crate::report::{self, Summary};
use crate::session::Session;
use crate::text::{Words, words};

pub(super) const DRY: Words = words("试运行，没有写入", "dry run, nothing was written");
const WRITTEN: Words = words("已写入", "written");
const WAITING: Words = words(
    "界面里有没保存的改动等着恢复",
    "the screen has unsaved changes that wait to be taken up",
);
const OPEN: Words = words(
    "先运行 mulu 打开界面，恢复或放弃它们",
    "run mulu first to take them up or let them go",
);

/// Opens the catalog to change it. What waits in the recovery journal may be of the very file that changes,
/// so it must be settled before.
pub(super) fn open(call: &Call<'_>) -> Result<Session, Failure> {
    let session = call.open()?;
    refuse_waiting(&session)?;
    Ok(session)
}

/// Refuses to change a catalog while the recovery journal waits.
pub(super) fn refuse_waiting(session: &Session) -> Result<(), Failure> {
    if session.left_behind().is_empty() {
        Ok(())
    } else {
        Err(Failure::new(WAITING).hint(OPEN))
    }
}

/// Shows what changes in each file.
pub(super) fn show(call: &mut Call<'_>, plan: &Plan) {
    let look = call.look;
    for change in &plan.changes {
        let path = format!("catalog/{}", change.path);
        let (before, after) = (change.before.as_deref(), change.after.as_deref());
        let diff = report::diff(&path, before.unwrap_or(""), after.unwrap_or(""), &look);
        call.out.write(&diff);
    }
}

/// Saves a change, or only says what it would be.
pub(super) fn settle(
    call: &mut Call<'_>,
    session: &mut Session,
    plan: &Plan,
    is_dry: bool,
) -> Result<(), Failure> {
    show(call, plan);
    let look = call.look;
    if is_dry {
        call.out.line(DRY.of(look.lang));
        return Ok(());
    }
    session.save()?;
    call.out.line(WRITTEN.of(look.lang));
    Ok(())
}

/// The findings of one file as it stands now.
pub(super) fn findings(call: &mut Call<'_>, session: &Session, path: &str) {
    let findings: Vec<Finding> = session.check_file(path, call.today);
    let is_matter =
        |file: &&std::sync::Arc<File>| session.catalog().matter_at(&file.path).is_some();
    let summary = Summary {
        files: 1,
        matters: usize::from(session.catalog().file(path).as_ref().is_some_and(is_matter)),
        ..Summary::default()
    }
    .count(&findings);
    let look = call.look;
    call.out.write("\n");
    call.out.write(&report::human(
        &findings,
        &explain::titles(&findings),
        &look,
    ));
    call.out.line(&summary.line(&look));
}
