#!/bin/sh
# assemble-root.sh <root> <package>...: copies the files of Debian packages that run, without documentation, and a user to a new root.
# The image then has no shell, no package manager, and still tells scanners which packages it holds (/var/lib/dpkg/status.d).
set -eu
root=$1
shift
mkdir -p "$root/etc" "$root/tmp" "$root/var/lib/dpkg/status.d"
for package in "$@"; do
  name=$(dpkg-query -W -f '${Package}' "$package")
  dpkg-query -s "$package" >"$root/var/lib/dpkg/status.d/$name"
  dpkg-query -L "$package" | grep -vE '^/usr/share/(doc/.*(changelog|README|NEWS|TODO)|lintian|man|locale|info)|/gconv/|^/\.$' |
    while read -r path; do
      if [ -d "$path" ] && [ ! -L "$path" ]; then continue; fi
      # Through links of folders such as /lib, which stay links.
      folder=$(readlink -f "$(dirname "$path")")
      mkdir -p "$root$folder"
      cp -a "$path" "$root$folder/"
    done
done
for link in bin lib lib64 sbin; do
  if [ -L "/$link" ] && [ ! -e "$root/$link" ]; then cp -a "/$link" "$root/$link"; fi
done
printf 'root:x:0:0:root:/:/sbin/nologin\nmlmcsc:x:10001:10001:MLMCSC:/tmp:/sbin/nologin\n' >"$root/etc/passwd"
printf 'root:x:0:\nmlmcsc:x:10001:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
cp -L /etc/os-release "$root/etc/os-release"
chmod 1777 "$root/tmp"
find "$root" -exec touch -h -d "@${SOURCE_DATE_EPOCH:-0}" {} +
