//! Finds which files of the crate import which.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The path of a module from the crate down, such as `["model", "article"]`.
type Module = Vec<String>;

/// The files of the crate as modules, each with its imports.
pub(super) struct Imports {
    files: BTreeMap<Module, File>,
}

struct File {
    paths: BTreeSet<Module>,
    /// The names that it re-exports from its children, each with the child.
    exports: BTreeMap<String, String>,
}

impl Imports {
    /// Reads all files below `src`, except the programs in `src/bin`.
    pub(super) fn of_crate() -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = BTreeMap::new();
        collect(&source, &mut Vec::new(), &mut files);
        Self { files }
    }

    /// The files, each with the files that it imports. A name that a module re-exports from a child counts as
    /// an import of the child. Imports between a parent and its own children are left out.
    pub(super) fn of_files(&self) -> BTreeMap<String, BTreeSet<String>> {
        let is_family =
            |one: &Module, other: &Module| one.starts_with(other) || other.starts_with(one);
        let imports = |(module, file): (&Module, &File)| {
            let imported = file.paths.iter().filter_map(|path| self.file_of(path));
            let others = imported.filter(|other| !is_family(module, other));
            (
                module.join("::"),
                others.map(|other| other.join("::")).collect(),
            )
        };
        self.files.iter().map(imports).collect()
    }

    /// The file of the module or item at a path.
    fn file_of(&self, path: &Module) -> Option<Module> {
        let mut module = Module::new();
        for name in path {
            let child = [&*module, std::slice::from_ref(name)].concat();
            if self.files.contains_key(&child) {
                module = child;
                continue;
            }
            if let Some(owner) = self
                .files
                .get(&module)
                .and_then(|file| file.exports.get(name))
            {
                module.push(owner.clone());
            }
            break;
        }
        self.files.contains_key(&module).then_some(module)
    }
}

/// The groups of files that import each other in a circle, each with all of its files.
pub(super) fn circles(imports: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports
        .keys()
        .map(|file| (&**file, reached(file, imports)))
        .collect();
    let group = |(file, others): (&&str, &BTreeSet<&str>)| {
        let group = others
            .iter()
            .filter(|other| reached[**other].contains(file));
        group.map(ToString::to_string).collect::<Vec<_>>()
    };
    reached
        .iter()
        .map(group)
        .filter(|group| !group.is_empty())
        .collect()
}

/// The files that a file imports, directly or indirectly.
fn reached<'a>(file: &str, imports: &'a BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next: Vec<&str> = imports[file].iter().map(|other| &**other).collect();
    while let Some(other) = next.pop() {
        if found.insert(other) {
            next.extend(imports[other].iter().map(|other| &**other));
        }
    }
    found
}

fn collect(directory: &Path, module: &mut Module, files: &mut BTreeMap<Module, File>) {
    let entries = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    for path in entries.collect::<BTreeSet<PathBuf>>() {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            if name != "bin" {
                module.push(name);
                collect(&path, module, files);
                module.pop();
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") && name != "lib" {
            module.push(name);
            files.insert(module.clone(), read(&path, module));
            module.pop();
        }
    }
}

fn read(path: &Path, module: &Module) -> File {
    let text = fs::read_to_string(path).unwrap();
    let tokens: TokenStream = text
        .parse()
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut found = BTreeSet::new();
    gather(tokens.clone(), module, &mut found);
    File {
        paths: found,
        exports: exports(tokens),
    }
}

/// Collects the paths that begin with `crate` or `super`, except those in tests.
fn gather(tokens: TokenStream, module: &Module, found: &mut BTreeSet<Module>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut place = 0;
    while place < trees.len() {
        if is_test(&trees[place..]) {
            place += 2;
            // Skips to the end of the item.
            while place < trees.len() && !is_end(&trees[place]) {
                place += 1;
            }
        } else if let [
            TokenTree::Ident(word),
            TokenTree::Ident(name),
            TokenTree::Group(body),
            ..,
        ] = &trees[place..]
            && word == "mod"
        {
            let inner = [&**module, &[name.to_string()]].concat();
            gather(body.stream(), &inner, found);
            place += 2;
        } else if let TokenTree::Ident(word) = &trees[place]
            && (word == "crate" || word == "super")
            && is_colons(&trees[place + 1..])
            && !(place >= 2 && is_colons(&trees[place - 2..]))
        {
            let base = if word == "crate" {
                Module::new()
            } else {
                module[..module.len() - 1].to_vec()
            };
            follow(&trees[place + 3..], base, found);
        } else if let TokenTree::Group(group) = &trees[place] {
            gather(group.stream(), module, found);
        }
        place += 1;
    }
}

/// Follows a path to its ends. A path with braces has several.
fn follow(trees: &[TokenTree], mut path: Module, found: &mut BTreeSet<Module>) {
    match trees {
        [TokenTree::Ident(name), rest @ ..] => {
            if name == "super" {
                path.pop();
            } else if name != "self" {
                path.push(name.to_string());
            }
            if is_colons(rest) {
                follow(&rest[2..], path, found);
            } else {
                found.insert(path);
            }
        }
        [TokenTree::Group(group), ..] if group.delimiter() == Delimiter::Brace => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            for part in
                inner.split(|tree| matches!(tree, TokenTree::Punct(sign) if sign.as_char() == ','))
            {
                follow(part, path.clone(), found);
            }
        }
        _ => {
            found.insert(path);
        }
    }
}

/// The names that a module re-exports from its children with `use child::name`.
fn exports(tokens: TokenStream) -> BTreeMap<String, String> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut names = BTreeMap::new();
    for (place, tree) in trees.iter().enumerate() {
        let is_use = matches!(tree, TokenTree::Ident(word) if word == "use");
        let rest = &trees[place + 1..];
        if let [TokenTree::Ident(child), after @ ..] = rest
            && is_use
            && is_colons(after)
            && child != "crate"
            && child != "super"
        {
            let mut paths = BTreeSet::new();
            follow(&after[2..], Module::new(), &mut paths);
            let last = paths.iter().filter_map(|path| path.last());
            names.extend(last.map(|name| (name.clone(), child.to_string())));
        }
    }
    names
}

fn is_colons(trees: &[TokenTree]) -> bool {
    let is_colon =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(sign) if sign.as_char() == ':');
    matches!(trees, [one, other, ..] if is_colon(one) && is_colon(other))
}

/// Whether the tokens begin with `#[cfg(test)]`.
fn is_test(trees: &[TokenTree]) -> bool {
    matches!(trees, [TokenTree::Punct(sign), TokenTree::Group(attribute), ..]
        if sign.as_char() == '#' && attribute.to_string().replace(' ', "") == "[cfg(test)]")
}

/// Whether a token is the last one of an item.
fn is_end(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Punct(sign) => sign.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    }
}

#[test]
fn a_path_leads_to_the_file_that_a_name_is_from() {
    let file = |paths: &[&[&str]], exports: &[(&str, &str)]| File {
        paths: paths
            .iter()
            .map(|path| path.iter().map(ToString::to_string).collect())
            .collect(),
        exports: exports
            .iter()
            .map(|(name, child)| (name.to_string(), child.to_string()))
            .collect(),
    };
    let files = [
        ("a", file(&[], &[("One", "one")])),
        ("a::one", file(&[&["a", "two", "Two"]], &[])),
        ("a::two", file(&[&["a", "One"], &["b"]], &[])),
        ("b", file(&[], &[])),
    ];
    let files = files.map(|(module, file)| (module.split("::").map(str::to_owned).collect(), file));
    let imports = Imports {
        files: files.into(),
    }
    .of_files();
    assert_eq!(imports["a::one"], ["a::two".to_owned()].into());
    assert_eq!(
        imports["a::two"],
        ["a::one".to_owned(), "b".to_owned()].into()
    );
    assert_eq!(
        circles(&imports),
        [vec!["a::one".to_owned(), "a::two".to_owned()]].into()
    );
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let text = "use crate::a::{self, b::{C, D as E}, F}; use super::super::g::H; \
                fn f() { html! { <p>{ super::i::j() }</p> } } \
                mod inner { use super::k; } \
                #[cfg(test)] mod tests { use crate::never; } #[cfg(test)] use crate::neither;";
    let mut found = BTreeSet::new();
    let module = ["x", "y", "z"].map(str::to_owned).to_vec();
    gather(text.parse().unwrap(), &module, &mut found);
    let found: Vec<String> = found.iter().map(|path| path.join("::")).collect();
    assert_eq!(
        found,
        [
            "a",
            "a::F",
            "a::b::C",
            "a::b::D",
            "x::g::H",
            "x::y::i::j",
            "x::y::z::k"
        ]
    );
}
