//! Macros that state the values of an enum once: [`names!`] for enums whose values are names such as
//! `"planned"`, [`kinds!`] for enums whose values are objects with one key, such as `{"paragraph": "…"}`.

/// Defines an enum whose values are names in JSON. A variant without a name is the default and is not written.
///
/// ```ignore
/// names! {
///     /// How firm a commitment is.
///     pub enum Status {
///         /// Part of the company's plan.
///         Planned = "planned",
///     }
/// }
/// ```
macro_rules! names {
    (
        $(#[$attr:meta])*
        pub enum $type:ident {
            $($(#[$value_attr:meta])* $value:ident $(= $name:literal)?,)+
        }
    ) => {
        #[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
        $(#[$attr])*
        pub enum $type {
            $(
                $(#[$value_attr])*
                $(#[cfg_attr(feature = "authoring", serde(rename = $name))])?
                $value,
            )+
        }

        impl $type {
            /// The names in JSON.
            pub(crate) const NAMES: &[(&str, Self)] = &[$($(($name, Self::$value),)?)+];
        }

        impl<C: $crate::document::Context> $crate::document::Read<C> for $type {
            fn read(
                value: &$crate::document::Value,
                path: &$crate::document::Path<'_>,
                reading: &mut $crate::document::Reading<C>,
            ) -> Option<Self> {
                reading.named(value, Self::NAMES, path)
            }
        }
    };
}
pub(crate) use names;

/// Defines an enum whose values are objects in JSON. Each object has one key: the kind. A variant without a
/// kind is read and written in another way. A function after `by` replaces the reader of the content's type.
///
/// ```ignore
/// kinds! {
///     /// One block of the body.
///     pub enum Block of Parts {
///         /// A paragraph.
///         Paragraph(Inlines) = "paragraph",
///         /// A heading that opens a section.
///         Heading(Inlines) = "heading" by read_heading,
///     }
/// }
/// ```
///
/// The macro adds `KINDS` and `read_kind` to the enum.
macro_rules! kinds {
    (
        $(#[$attr:meta])*
        pub enum $type:ident $in:ident $context:path {
            $(
                $(#[$value_attr:meta])*
                $value:ident $(($(#[$content_attr:meta])* $content:ty))?
                $(= $kind:literal $(by $reader:path)?)?,
            )+
        }
    ) => {
        #[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
        $(#[$attr])*
        pub enum $type {
            $(
                $(#[$value_attr])*
                $(#[cfg_attr(feature = "authoring", serde(rename = $kind))])?
                $value $(($(#[$content_attr])* $content))?,
            )+
        }

        impl $type {
            /// The kinds.
            pub(crate) const KINDS: &[&str] = &[$($($kind,)?)+];
        }

        $crate::document::kinds!(@read [$in $context] $type { $($($value $kind [$($reader)?])?)+ });
    };

    (@read [in $context:path] $($rest:tt)*) => {
        $crate::document::kinds!(@read_in [<C: $context>] [C] $($rest)*);
    };
    (@read [of $context:path] $($rest:tt)*) => {
        $crate::document::kinds!(@read_in [] [$context] $($rest)*);
    };
    (@read_in [$($generics:tt)*] [$context:ty] $type:ident
        { $($value:ident $kind:literal [$($reader:path)?])+ }
    ) => {
        impl $type {
            /// Reads the content of an object of this kind.
            fn read_kind$($generics)*(
                kind: &str,
                content: &$crate::document::Value,
                path: &$crate::document::Path<'_>,
                reading: &mut $crate::document::Reading<$context>,
            ) -> Option<Self> {
                match kind {
                    $(
                        $kind => $crate::document::kinds!(@reader $($reader)?)(content, path, reading)
                            .map(Self::$value),
                    )+
                    _ => None,
                }
            }
        }
    };
    (@reader) => { $crate::document::Read::read };
    (@reader $reader:path) => { $reader };
}
pub(crate) use kinds;
