//! The eleven types of matter.

/// 事项类型: what the state does in a matter. Names and codes stand in the table of types; the variants
/// are here because the statutes treat each type differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// 行政许可.
    License,
    /// 行政处罚.
    Punishment,
    /// 行政强制.
    Coercion,
    /// 行政征收.
    Collection,
    /// 行政给付.
    Benefit,
    /// 行政检查.
    Inspection,
    /// 行政确认.
    Confirmation,
    /// 行政奖励.
    Reward,
    /// 行政裁决.
    Adjudication,
    /// 其他行政权力.
    OtherPower,
    /// 公共服务.
    PublicService,
}

impl Kind {
    /// The type with this two-digit code.
    pub fn from_code(code: &str) -> Option<Kind> {
        Some(match code {
            "01" => Kind::License,
            "02" => Kind::Punishment,
            "03" => Kind::Coercion,
            "04" => Kind::Collection,
            "05" => Kind::Benefit,
            "06" => Kind::Inspection,
            "07" => Kind::Confirmation,
            "08" => Kind::Reward,
            "09" => Kind::Adjudication,
            "10" => Kind::OtherPower,
            "20" => Kind::PublicService,
            _ => return None,
        })
    }
}
