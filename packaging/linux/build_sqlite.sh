#!/bin/sh
# usage: build_sqlite.sh OUT_FOLDER
# Compile a SQLite newer than a stable system's, for the built program, and print the library's path. SQLite's own
# source in one file is taken from an npm package that carries it unchanged; its hash is pinned here.
set -eu

package=better-sqlite3@13.2.0
version=3.54.1
sha256=75a4760a7b9727a4c4c877aec92eacf39e52a8f2921ce00bd33be6d3a8e8e254

out=$1
library=$out/libsqlite3.so.0
if [ -e "$library" ] && [ "$(cat "$out/version" 2>/dev/null)" = "$version" ]; then
    echo "$library"
    exit 0
fi
for tool in npm cc; do
    if ! command -v $tool >/dev/null; then
        echo "Without $tool the program carries this system's SQLite; to hand it out, install npm and gcc." >&2
        exit 0
    fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "$package" >/dev/null && tar xzf ./*.tgz)
source=$work/package/deps/sqlite3
echo "$sha256  $source/sqlite3.c" | sha256sum --check --quiet
mkdir -p "$out"
cc -O2 -fPIC -shared -Wl,-soname,libsqlite3.so.0 -o "$library" "$source/sqlite3.c" \
    -DSQLITE_THREADSAFE=1 -DSQLITE_DQS=0 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_UNLOCK_NOTIFY \
    -DSQLITE_DEFAULT_MEMSTATUS=0 -DSQLITE_TRUSTED_SCHEMA=0 -ldl -lpthread -lm
strip --strip-unneeded "$library"
echo "$version" > "$out/version"
echo "$library"
