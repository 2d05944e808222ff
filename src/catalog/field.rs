//! The fields of a matter, by name.

/// 要素: a field of a matter. The schemas are the truth for its name, kind and titles; a test holds this
/// list to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// 编码.
    Code,
    /// 基本编码.
    BaseCode,
    /// 事项名称.
    Name,
    /// 俗称.
    PlainNames,
    /// 事项类型.
    Type,
    /// 中央业务指导部门.
    Department,
    /// 行使层级（可多项）.
    Levels,
    /// 行使层级.
    Level,
    /// 行政区划.
    Division,
    /// 实施主体.
    Body,
    /// 实施主体性质.
    BodyNature,
    /// 委托部门.
    EntrustedBody,
    /// 联办机构.
    JointBodies,
    /// 地方基本编码.
    LocalBaseCode,
    /// 地方实施编码.
    LocalCode,
    /// 设定依据.
    LegalBasis,
    /// 权力来源.
    PowerSource,
    /// 事项版本.
    Version,
    /// 事项状态.
    Status,
    /// 计划生效日期.
    EffectiveOn,
    /// 计划取消日期.
    CancelledOn,
    /// 法定办结时限.
    StatutoryLimit,
    /// 法定办结时限说明.
    StatutoryLimitNote,
    /// 承诺办结时限.
    PromisedLimit,
    /// 承诺办结时限说明.
    PromisedLimitNote,
    /// 服务对象.
    Served,
    /// 受理条件.
    AcceptanceConditions,
    /// 办理流程.
    Steps,
    /// 特别程序.
    SpecialProcedures,
    /// 办件类型.
    HandlingType,
    /// 办理形式.
    Channels,
    /// 到现场次数.
    Visits,
    /// 必须现场办理原因.
    VisitReason,
    /// 办理地点.
    Place,
    /// 办理时间.
    Hours,
    /// 咨询方式.
    Consultation,
    /// 监督投诉方式.
    Complaint,
    /// 是否收费.
    Charged,
    /// 收费项目.
    Fees,
    /// 是否网办.
    Online,
    /// 网上办理深度.
    OnlineDepth,
    /// 网上办理地址.
    OnlineUrl,
    /// 移动端地址.
    MobileUrl,
    /// 是否单点登录.
    SingleLogin,
    /// 链接地址.
    Link,
    /// 是否进驻大厅.
    InHall,
    /// 通办范围.
    Reach,
    /// 是否支持预约.
    Appointment,
    /// 是否支持网上支付.
    PayOnline,
    /// 是否支持物流快递.
    Express,
    /// 是否支持自助终端.
    SelfService,
    /// 结果类型.
    ResultType,
    /// 结果名称.
    ResultName,
    /// 结果样本.
    ResultSample,
    /// 中介服务.
    IntermediaryService,
    /// 数量限制.
    QuantityLimit,
    /// 面向自然人主题.
    ThemesPerson,
    /// 面向法人主题.
    ThemesCorporate,
    /// 申请材料.
    Materials,
    /// 常见问题.
    Faq,
    /// 业务办理项.
    HandlingItems,
    /// 处罚的行为、种类、幅度.
    PunishmentMethod,
    /// 征收种类.
    CollectionKind,
    /// 是否涉及减免审批.
    ReductionReviewed,
    /// 强制类别.
    CoercionKind,
    /// 备注.
    Remarks,
    /// 例外.
    Exceptions,
    /// 处置.
    Decisions,
}

/// Every field with its key, in the order in which a file lists them.
static KEYS: [(Field, &str); Field::COUNT] = [
    (Field::Code, "code"),
    (Field::BaseCode, "base_code"),
    (Field::Name, "name"),
    (Field::PlainNames, "plain_names"),
    (Field::Type, "type"),
    (Field::Department, "department"),
    (Field::Levels, "levels"),
    (Field::Level, "level"),
    (Field::Division, "division"),
    (Field::Body, "body"),
    (Field::BodyNature, "body_nature"),
    (Field::EntrustedBody, "entrusted_body"),
    (Field::JointBodies, "joint_bodies"),
    (Field::LocalBaseCode, "local_base_code"),
    (Field::LocalCode, "local_code"),
    (Field::LegalBasis, "legal_basis"),
    (Field::PowerSource, "power_source"),
    (Field::Version, "version"),
    (Field::Status, "status"),
    (Field::EffectiveOn, "effective_on"),
    (Field::CancelledOn, "cancelled_on"),
    (Field::StatutoryLimit, "statutory_limit"),
    (Field::StatutoryLimitNote, "statutory_limit_note"),
    (Field::PromisedLimit, "promised_limit"),
    (Field::PromisedLimitNote, "promised_limit_note"),
    (Field::Served, "served"),
    (Field::AcceptanceConditions, "acceptance_conditions"),
    (Field::Steps, "steps"),
    (Field::SpecialProcedures, "special_procedures"),
    (Field::HandlingType, "handling_type"),
    (Field::Channels, "channels"),
    (Field::Visits, "visits"),
    (Field::VisitReason, "visit_reason"),
    (Field::Place, "place"),
    (Field::Hours, "hours"),
    (Field::Consultation, "consultation"),
    (Field::Complaint, "complaint"),
    (Field::Charged, "charged"),
    (Field::Fees, "fees"),
    (Field::Online, "online"),
    (Field::OnlineDepth, "online_depth"),
    (Field::OnlineUrl, "online_url"),
    (Field::MobileUrl, "mobile_url"),
    (Field::SingleLogin, "single_login"),
    (Field::Link, "link"),
    (Field::InHall, "in_hall"),
    (Field::Reach, "reach"),
    (Field::Appointment, "appointment"),
    (Field::PayOnline, "pay_online"),
    (Field::Express, "express"),
    (Field::SelfService, "self_service"),
    (Field::ResultType, "result_type"),
    (Field::ResultName, "result_name"),
    (Field::ResultSample, "result_sample"),
    (Field::IntermediaryService, "intermediary_service"),
    (Field::QuantityLimit, "quantity_limit"),
    (Field::ThemesPerson, "themes_person"),
    (Field::ThemesCorporate, "themes_corporate"),
    (Field::Materials, "materials"),
    (Field::Faq, "faq"),
    (Field::HandlingItems, "handling_items"),
    (Field::PunishmentMethod, "punishment_method"),
    (Field::CollectionKind, "collection_kind"),
    (Field::ReductionReviewed, "reduction_reviewed"),
    (Field::CoercionKind, "coercion_kind"),
    (Field::Remarks, "remarks"),
    (Field::Exceptions, "exceptions"),
    (Field::Decisions, "decisions"),
];

impl Field {
    /// How many there are.
    pub const COUNT: usize = 68;

    /// Every field, in the order in which a file lists them.
    pub fn all() -> impl ExactSizeIterator<Item = Field> {
        KEYS.iter().map(|(field, _)| *field)
    }

    /// The key of the field in a file.
    pub fn key(self) -> &'static str {
        KEYS[self as usize].1
    }

    /// The field with this key.
    pub fn from_key(key: &str) -> Option<Field> {
        KEYS.iter()
            .find(|(_, name)| *name == key)
            .map(|(field, _)| *field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_fields() {
        assert!(
            Field::all()
                .enumerate()
                .all(|(place, field)| field as usize == place)
        );
        assert!(Field::all().all(|field| Field::from_key(field.key()) == Some(field)));
    }
}
