#!/bin/sh
# usage: build_deb.sh PROGRAM_FOLDER VERSION OUT_FOLDER
# Make a Debian package of the built program. The same program gives the same bytes.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
program=$1
version=$2
out=$3
name=launchpad
: "${SOURCE_DATE_EPOCH:=1793577600}"
export SOURCE_DATE_EPOCH

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
share=$root/usr/share
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib" "$share/applications" "$share/mime/packages" \
    "$share/icons/hicolor/scalable/apps" "$share/doc/$name" "$out"

cp -a "$program" "$root/usr/lib/$name"
ln -s "../lib/$name/$name" "$root/usr/bin/$name"
cp "$here/$name.desktop" "$share/applications/"
cp "$here/$name.xml" "$share/mime/packages/"
cp "$here/../../resources/icons/$name.svg" "$share/icons/hicolor/scalable/apps/"
{ cat "$here/copyright"; sed -n '/^Permission/,$ { s/^$/./; s/^/ /; p }' "$here/../../LICENSE"; } > "$share/doc/$name/copyright"

# dpkg's triggers refresh the menus, the icons and the file types: no scripts of our own
cat > "$root/DEBIAN/control" <<CONTROL
Package: $name
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: Launchpad contributors <maintainers@launchpad.invalid>
Section: editors
Priority: optional
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $(sed 's/#.*//' "$here/depends" | tr '\n' ' ' | sed 's/  */ /g; s/ $//; s/,$//')
Recommends: libwayland-cursor0, at-spi2-core
Description: planner for product launches
 Plans a launch as a checklist over tracks, dated backward from launch day and
 forward after it, keeps the plan honest, and says whether you are ready to go.
 One launch is one .launch file; workbooks go to people who never install it.
CONTROL

find "$root" -type d -exec chmod 755 {} +
find "$root/usr" -type f -perm -u+x -exec chmod 755 {} +
find "$root/usr" -type f ! -perm -u+x -exec chmod 644 {} +
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
deb=$out/${name}_${version}_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group "-Z${DEB_COMPRESSION:-zstd}" -b "$root" "$deb" > /dev/null
echo "$deb"
