//! The macro that defines a type of JSON objects once: its fields, their names in JSON, how each may be absent,
//! how it is read, and (with the feature `authoring`) how it is written and described.

/// Defines a struct that is an object in JSON. Each field is stated once:
///
/// ```ignore
/// object! {
///     /// A column of a table.
///     #[derive(Clone, Debug)]
///     pub struct Column in Refers, "a column, which is an object" {
///         /// What its cells are.
///         pub title: Inlines = required "title",
///         /// On which side its cells stand.
///         pub align: Align = default "align",
///     }
/// }
/// ```
///
/// A field is `required`, `optional` (an `Option`), or has a `default`, which is not written. A `computed`
/// field is not in JSON. A method of [`Fields`](super::Fields) in parentheses replaces the one that usually
/// reads such fields: `optional(lenient)`.
///
/// The object is read in every context that implements a trait (`in Refers`), or in one context (`of Parts`).
/// The text says what was expected if the value is not an object. With `checked` after the text, the macro adds
/// `Self::read_object` and the type implements [`Read`](super::Read) itself. Without a text, the macro adds
/// `FIELDS` and `Self::read_fields`.
/// `Self::read_fields`.
macro_rules! object {
    (
        $(#[$attr:meta])*
        $vis:vis struct $type:ident $in:ident $context:path $(, $expected:literal $(, $check:ident)?)? {
            $($fields:tt)*
        }
    ) => {
        $crate::document::object!(@fields
            { [$(#[$attr])*] [$vis] $type [$in $context] [$($expected $($check)?)?] } {} {} {}
            $($fields)*
        );
    };

    // Each step takes one field and adds it to three lists: the fields of the struct, the readers, the names.
    (@fields $head:tt $struct:tt $read:tt $names:tt
        $(#[$attr:meta])* $vis:vis $field:ident: $type:ty = required $(($how:ident))? $name:literal, $($rest:tt)*
    ) => {
        $crate::document::object!(@named $head $struct $read $names
            { $(#[$attr])* #[cfg_attr(feature = "authoring", serde(rename = $name))] $vis $field: $type, }
            $field [$($how)? required] $name $($rest)*
        );
    };
    (@fields $head:tt $struct:tt $read:tt $names:tt
        $(#[$attr:meta])* $vis:vis $field:ident: $type:ty = optional $(($how:ident))? $name:literal, $($rest:tt)*
    ) => {
        $crate::document::object!(@named $head $struct $read $names
            { $(#[$attr])* #[cfg_attr(feature = "authoring", serde(rename = $name, skip_serializing_if = "Option::is_none"))] $vis $field: $type, }
            $field [$($how)? optional] $name $($rest)*
        );
    };
    (@fields $head:tt $struct:tt $read:tt $names:tt
        $(#[$attr:meta])* $vis:vis $field:ident: $type:ty = default $(($how:ident))? $name:literal, $($rest:tt)*
    ) => {
        $crate::document::object!(@named $head $struct $read $names
            { $(#[$attr])* #[cfg_attr(feature = "authoring", serde(rename = $name, default, skip_serializing_if = "crate::document::is_default"))] $vis $field: $type, }
            $field [$($how)? or_default] $name $($rest)*
        );
    };
    (@named $head:tt { $($struct:tt)* } { $($read:tt)* } { $($names:tt)* }
        { $($declared:tt)* } $field:ident $how:tt $name:literal $($rest:tt)*
    ) => {
        $crate::document::object!(@fields $head
            { $($struct)* $($declared)* }
            { $($read)* $field $how [$name,] }
            { $($names)* $name, }
            $($rest)*
        );
    };
    (@fields $head:tt { $($struct:tt)* } { $($read:tt)* } $names:tt
        $(#[$attr:meta])* $vis:vis $field:ident: $type:ty = computed $(($how:ident))?, $($rest:tt)*
    ) => {
        $crate::document::object!(@fields $head
            {
                $($struct)*
                $(#[$attr])*
                #[cfg_attr(feature = "authoring", serde(skip))]
                $vis $field: $type,
            }
            { $($read)* $field [$($how)? computed] [] }
            $names
            $($rest)*
        );
    };

    (@fields
        { [$($attr:tt)*] [$vis:vis] $type:ident $context:tt $reading:tt }
        { $($struct:tt)* } $read:tt { $($names:tt)* }
    ) => {
        #[cfg_attr(feature = "authoring", derive(serde::Serialize, schemars::JsonSchema))]
        $($attr)*
        $vis struct $type { $($struct)* }

        impl $type {
            /// The names of the fields in JSON.
            pub(crate) const FIELDS: &[&str] = &[$($names)*];
        }

        $crate::document::object!(@context $context $type $reading $read);
    };

    // The impl is for every context that implements a trait, or for one context.
    (@context [in $context:path] $type:ident $($rest:tt)*) => {
        $crate::document::object!(@impl [<C: $context>] [C] $type $($rest)*);
    };
    (@context [of $context:path] $type:ident $($rest:tt)*) => {
        $crate::document::object!(@impl [] [$context] $type $($rest)*);
    };

    (@impl [$($generics:tt)*] [$context:ty] $type:ident [] $read:tt) => {
        impl $type {
            fn read_fields$($generics)*(
                fields: &$crate::document::Fields<'_>,
                reading: &mut $crate::document::Reading<$context>,
            ) -> Option<Self> {
                $crate::document::object!(@read fields reading $read)
            }
        }
    };
    (@impl [$($generics:tt)*] [$context:ty] $type:ident [$expected:literal] $read:tt) => {
        impl$($generics)* $crate::document::Read<$context> for $type {
            fn read(
                value: &$crate::document::Value,
                path: &$crate::document::Path<'_>,
                reading: &mut $crate::document::Reading<$context>,
            ) -> Option<Self> {
                let fields =
                    $crate::document::Fields::of(value, path, $expected, Self::FIELDS, reading)?;
                $crate::document::object!(@read fields reading $read)
            }
        }
    };
    (@impl [$($generics:tt)*] [$context:ty] $type:ident [$expected:literal checked] $read:tt) => {
        impl $type {
            fn read_object$($generics)*(
                value: &$crate::document::Value,
                path: &$crate::document::Path<'_>,
                reading: &mut $crate::document::Reading<$context>,
            ) -> Option<Self> {
                let fields =
                    $crate::document::Fields::of(value, path, $expected, Self::FIELDS, reading)?;
                $crate::document::object!(@read fields reading $read)
            }
        }
    };

    // All fields are read before an invalid one ends the reading, so that every error is reported.
    (@read $fields:ident $reading:ident
        { $($field:ident [$how:ident $($class:ident)?] [$($name:tt)*])* }
    ) => {{
        $(let $field = $fields.$how($($name)* $reading);)*
        match ($($field,)*) {
            ($(Some($field),)*) => Some(Self { $($field),* }),
            _ => None,
        }
    }};
}
pub(crate) use object;
