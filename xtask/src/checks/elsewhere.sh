#!/bin/sh
# Builds the release a second time, as if on another machine: in another folder, with another home and another
# standard library. Then it compares every byte.
#
# It downloads nothing and installs no tool: the other home links to the crates of this one, and cargo unpacks
# them anew. `cargo xtask test elsewhere` starts it in the root of the workspace.
set -eu

here=$PWD
rustc=${RUSTC:-rustc}
cargo_home=${CARGO_HOME:-$HOME/.cargo}
if ! [ -d dist ]; then
  echo 'there is no release to compare with; what to do: run `cargo xtask test build` first' >&2
  exit 1
fi

# Directories may have spaces in their names.
place="$ARTICLE_WIDGET_CACHE/another machine-$$"
trap 'rm -rf "$place"' EXIT
trap 'exit 1' INT TERM
mkdir -p "$place/checkout" "$place/home/cargo/registry" "$place/rust/lib/rustlib"

# Links to a file or directory if it exists.
link() {
  if [ -e "$1" ]; then ln -s "$1" "$2"; fi
}

# The sources of the checkout. npm's tools are the same, and installed already.
tar -cf - --exclude .git --exclude target --exclude dist --exclude node_modules --exclude results . |
  tar -xf - -C "$place/checkout"
link "$here/xtask/node_modules" "$place/checkout/xtask/node_modules"

# Without `registry/src`, where the crates are unpacked.
for name in config.toml registry/index registry/cache git; do
  link "$cargo_home/$name" "$place/home/cargo/$name"
done

# A compiler with the sources of the standard library where this machine lacks them, and without where it has
# them. Only whether they are installed matters, and the compiler looks for one file.
sysroot=$("$rustc" --print sysroot)
for path in "$sysroot"/lib/rustlib/*; do
  name=${path##*/}
  if [ "$name" != src ]; then link "$path" "$place/rust/lib/rustlib/$name"; fi
done
library=lib/rustlib/src/rust/library/std/src
if ! [ -e "$sysroot/$library/lib.rs" ]; then
  mkdir -p "$place/rust/$library"
  touch "$place/rust/$library/lib.rs"
fi
printf '#!/bin/sh\nexec "$REAL_RUSTC" --sysroot "$OTHER_SYSROOT" "$@"\n' > "$place/rustc"
chmod +x "$place/rustc"

# Programs for this machine compile quicker without debug information; the WebAssembly has its own profile.
(
  cd "$place/checkout"
  RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup} HOME="$place/home" CARGO_HOME="$place/home/cargo" \
    CARGO_TARGET_DIR="$place/checkout/target" CARGO_PROFILE_DEV_DEBUG=false \
    REAL_RUSTC=$rustc OTHER_SYSROOT="$place/rust" RUSTC="$place/rustc" cargo xtask build
)

if ! diff -rq -x receipt.json "$here/dist" "$place/checkout/dist" >&2; then
  echo 'another machine builds another release (or sources have changed since it was built)' >&2
  exit 1
fi
printf '\nEvery file in dist/ is the same\n'
