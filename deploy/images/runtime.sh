#!/usr/bin/env bash
# Lays a JRE and the C libraries that it needs into a folder, as the base of an image where no base image can be pulled:
#   deploy/images/runtime.sh FOLDER
#   ./mvnw -Pimages -Dquick -Dimage.base=scratch -Dimage.runtime=FOLDER package
# It has no shell and no curl. Use eclipse-temurin:17-jre, the default, where it can be pulled: health checks of compose need curl.
set -euo pipefail
folder=${1:?usage: deploy/images/runtime.sh FOLDER}
[ ! -e "$folder/opt/java/openjdk" ] || { echo "$folder holds a JRE already; name another folder" >&2; exit 2; }
jdk=$(dirname "$(dirname "$(readlink -f "$(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java")")")")
mkdir -p "$folder/opt/java" "$folder/tmp" "$folder/etc"
"$jdk/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.httpserver,jdk.zipfs,jdk.localedata,jdk.jfr,jdk.net,jdk.security.auth,jdk.charsets --strip-debug --no-header-files --no-man-pages --output "$folder/opt/java/openjdk"
# The C libraries of the JRE and of the native code in the jars (glibc, libstdc++, libgomp, zlib), and the loader.
copy() { mkdir -p "$folder$(dirname "$1")" && cp -L "$1" "$folder$1"; }
find "$folder/opt/java/openjdk" \( -name '*.so' -o -path '*/bin/java' \) -exec ldd {} + 2>/dev/null \
    | awk '$2 == "=>" && $3 ~ "^/(usr/)?lib" { print $3 } $1 ~ "^/lib64/" { print $1 }' | sort -u | while read -r library; do copy "$library"; done
for library in libstdc++.so.6 libgomp.so.1 libgcc_s.so.1 librt.so.1 libdl.so.2 libpthread.so.0 libz.so.1; do
    path=$(ldconfig -p | awk -v name="$library" '$1 == name { print $NF; exit }')
    [ -z "$path" ] || copy "$path"
done
printf 'root:x:0:0:root:/:\nvigie:x:10001:10001:vigie:/vigie:\n' > "$folder/etc/passwd"
