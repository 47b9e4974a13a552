//! Turns a [`Value`] into any type that serde can make, with errors that say where.

use super::value::Value;
use crate::format;
use crate::problem::{Path, Problem};
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::fmt;

/// Reads a value as a `T`.
pub(super) fn read<'de, T: de::Deserialize<'de>>(value: &'de Value) -> Result<T, Problem> {
    T::deserialize(Reader(value)).map_err(|Mistake(problem)| *problem)
}

/// Why a value is not what it should be; its path starts at the value that was read.
///
/// In a box, so that results stay small: every read passes one on.
#[derive(Debug)]
struct Mistake(Box<Problem>);

impl Mistake {
    fn new(message: String) -> Self {
        Self(Box::new(Path::Root.problem(message)))
    }

    fn under_key(self, key: &str) -> Self {
        Self(Box::new(Path::Root.key(key).adopt(&self.0)))
    }

    fn under_index(self, index: usize) -> Self {
        Self(Box::new(Path::Root.index(index).adopt(&self.0)))
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Mistake {}

impl de::Error for Mistake {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }

    // serde's own words for what was found would bring float formatting into the WebAssembly.
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Signed(value) => value.to_string(),
            Unexpected::Str(text) => describe_text(text),
            Unexpected::Unit => "null".into(),
            Unexpected::Seq => "a list".into(),
            Unexpected::Map => "an object".into(),
            Unexpected::Bool(value) => value.to_string(),
            Unexpected::Other(kind) => kind.into(),
            _ => "something else".into(),
        };
        Self::new(format!("found {found}, expected {expected}"))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(format!(
            "`{variant}` is not known here: use {}",
            format::joined(expected, ", ", " or ")
        ))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(format!("the field `{field}` is missing"))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(format!("the field `{field}` stands here twice"))
    }
}

fn unexpected(found: &Value, expected: &dyn Expected) -> Mistake {
    let found = match found {
        Value::Null => Unexpected::Unit,
        Value::Bool(value) => Unexpected::Bool(*value),
        Value::Integer(value) => Unexpected::Signed(*value),
        Value::Inexact => Unexpected::Other("a number with a fraction"),
        Value::Text(text) => Unexpected::Str(text),
        Value::List(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    };
    de::Error::invalid_type(found, expected)
}

fn describe_text(text: &str) -> String {
    match text.len() {
        0..=60 => format!("the text `{text}`"),
        _ => "a long text".into(),
    }
}

#[derive(Clone, Copy)]
struct Reader<'de>(&'de Value);

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Integer(value) => visitor.visit_i64(*value),
            Value::Inexact => visitor.visit_f64(f64::NAN),
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::List(values) => visitor.visit_seq(Items { values, index: 0 }),
            Value::Object(entries) => visitor.visit_map(Entries {
                entries,
                value: None,
            }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    // The kind is the one key that is known here; others may come from a newer version.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        kinds: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let Value::Object(entries) = self.0 else {
            return Err(unexpected(self.0, &visitor));
        };
        let mut known = entries
            .iter()
            .filter(|(key, _)| kinds.contains(&key.as_str()));
        match (known.next(), known.next()) {
            (Some((kind, value)), None) => visitor.visit_enum(Variant { kind, value }),
            (Some(_), Some((second, _))) => Err(Mistake::new(format!(
                "a second kind, `{second}`, in one object: give it an object of its own"
            ))),
            (None, _) => Err(match entries.first() {
                Some((key, _)) => de::Error::unknown_variant(key, kinds),
                None => Mistake::new("the object is empty: give it a kind".into()),
            }),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_unit()
    }

    // The methods below serve one kind of value each. Forwarding them to `deserialize_any` would
    // be shorter here and compile every visitor for every kind: a tenth of the WebAssembly.

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        match self.0 {
            Value::Object(entries) => visitor.visit_map(Entries {
                entries,
                value: None,
            }),
            other => Err(unexpected(other, &visitor)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.0 {
            Value::List(values) => visitor.visit_seq(Items { values, index: 0 }),
            other => Err(unexpected(other, &visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.0 {
            Value::Text(text) => visitor.visit_str(text),
            other => Err(unexpected(other, &"a text")),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.0 {
            Value::Integer(value) if u32::try_from(*value).is_ok() => visitor.visit_i64(*value),
            other => Err(unexpected(other, &"a whole number, zero or more")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char str bytes byte_buf
        unit unit_struct newtype_struct tuple tuple_struct map identifier
    }
}

struct Items<'de> {
    values: &'de [Value],
    index: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Mistake;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Mistake> {
        let Some(value) = self.values.get(self.index) else {
            return Ok(None);
        };
        let index = self.index;
        self.index += 1;
        seed.deserialize(Reader(value))
            .map(Some)
            .map_err(|mistake| mistake.under_index(index))
    }
}

struct Entries<'de> {
    entries: &'de [(String, Value)],
    /// The entry whose key was handed out last.
    value: Option<&'de (String, Value)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Mistake;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Mistake> {
        let Some((entry, rest)) = self.entries.split_first() else {
            return Ok(None);
        };
        self.entries = rest;
        self.value = Some(entry);
        seed.deserialize(entry.0.as_str().into_deserializer())
            .map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Mistake> {
        let Some((key, value)) = self.value.take() else {
            return Err(Mistake::new("a value was asked for before its key".into()));
        };
        seed.deserialize(Reader(value))
            .map_err(|mistake| mistake.under_key(key))
    }
}

struct Variant<'de> {
    kind: &'de str,
    value: &'de Value,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Mistake;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Mistake> {
        let kind = seed.deserialize(self.kind.into_deserializer())?;
        Ok((kind, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Mistake;

    fn unit_variant(self) -> Result<(), Mistake> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Mistake> {
        seed.deserialize(Reader(self.value))
            .map_err(|mistake| mistake.under_key(self.kind))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mistake> {
        Reader(self.value).deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        Reader(self.value).deserialize_any(visitor)
    }
}
