#!/bin/sh
# Copies Node, the libraries it is linked with and what the C library looks up by name into a folder: a root without a shell.
set -eu
to=$1
mkdir -p "$to/etc" "$to/tmp" "$to/state" "$to/usr/local/bin"
cp "$(command -v node)" "$to/usr/local/bin/node"
ldd "$to/usr/local/bin/node" | grep -o '/[^ )]*' | sort -u | while read -r library; do
  mkdir -p "$to$(dirname "$library")"
  cp -L "$library" "$to$library"
done
# what packages' own binaries are linked with, like argon2's, and the C library loads by name
beside=$(dirname "$(ldd "$to/usr/local/bin/node" | grep -o '/[^ )]*libc\.so\.6')")
for library in librt.so.1 libresolv.so.2 libnss_dns.so.2 libnss_files.so.2 libgcc_s.so.1; do
  cp -L "$beside/$library" "$to$beside/$library"
done
echo 'trunkline:x:10001:10001::/tmp:/none' > "$to/etc/passwd"
echo 'trunkline:x:10001:' > "$to/etc/group"
echo 'hosts: files dns' > "$to/etc/nsswitch.conf"
chmod 1777 "$to/tmp"
chown 10001:10001 "$to/state"
