//! The copy of `schemas/` that the program carries.

/// Every file of `schemas/` by its name there.
pub static BUNDLED: &[(&str, &str)] = &[
    (
        "tables/coding.schema.json",
        include_str!("../../../schemas/tables/coding.schema.json"),
    ),
    (
        "tables/exceptions.schema.json",
        include_str!("../../../schemas/tables/exceptions.schema.json"),
    ),
    (
        "tables/exchange.schema.json",
        include_str!("../../../schemas/tables/exchange.schema.json"),
    ),
    (
        "tables/fields.schema.json",
        include_str!("../../../schemas/tables/fields.schema.json"),
    ),
    (
        "tables/guide.schema.json",
        include_str!("../../../schemas/tables/guide.schema.json"),
    ),
    (
        "tables/legal-basis.schema.json",
        include_str!("../../../schemas/tables/legal-basis.schema.json"),
    ),
    (
        "tables/naming.schema.json",
        include_str!("../../../schemas/tables/naming.schema.json"),
    ),
    (
        "tables/types.schema.json",
        include_str!("../../../schemas/tables/types.schema.json"),
    ),
    (
        "base-matter.schema.json",
        include_str!("../../../schemas/base-matter.schema.json"),
    ),
    (
        "baseline.schema.json",
        include_str!("../../../schemas/baseline.schema.json"),
    ),
    (
        "bodies.schema.json",
        include_str!("../../../schemas/bodies.schema.json"),
    ),
    (
        "bundle.schema.json",
        include_str!("../../../schemas/bundle.schema.json"),
    ),
    (
        "divisions.schema.json",
        include_str!("../../../schemas/divisions.schema.json"),
    ),
    (
        "export.schema.json",
        include_str!("../../../schemas/export.schema.json"),
    ),
    (
        "laws.schema.json",
        include_str!("../../../schemas/laws.schema.json"),
    ),
    (
        "local-matter.schema.json",
        include_str!("../../../schemas/local-matter.schema.json"),
    ),
    (
        "manifest.schema.json",
        include_str!("../../../schemas/manifest.schema.json"),
    ),
    (
        "matter-fields.schema.json",
        include_str!("../../../schemas/matter-fields.schema.json"),
    ),
    ("coding.yaml", include_str!("../../../schemas/coding.yaml")),
    (
        "exchange.yaml",
        include_str!("../../../schemas/exchange.yaml"),
    ),
    ("guide.yaml", include_str!("../../../schemas/guide.yaml")),
    (
        "exceptions.yaml",
        include_str!("../../../schemas/exceptions.yaml"),
    ),
    (
        "legal-basis.yaml",
        include_str!("../../../schemas/legal-basis.yaml"),
    ),
    ("naming.yaml", include_str!("../../../schemas/naming.yaml")),
    ("types.yaml", include_str!("../../../schemas/types.yaml")),
    ("fields.yaml", include_str!("../../../schemas/fields.yaml")),
];
