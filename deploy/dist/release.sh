#!/usr/bin/env bash
# Makes what a release consists of: the archive, its software bill of materials (CycloneDX), the report of its licences, checksums and
# their signature. deploy/dist/release.sh [KEY]; KEY is an Ed25519 key in PEM, see docs/security.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
key=${1:-}
out=deploy/dist/target/release

./mvnw -B -ntp -q -Dfast -DskipTests -Prelease -am -pl deploy/dist package
[ -e deploy/dist/target/bom.json ] || { echo "release: no bill of materials, because Maven was offline; run it online" >&2; exit 2; }
rm -rf "$out" && mkdir -p "$out"
mv deploy/dist/target/vigie-*.tar deploy/dist/target/bom.json "$out"
./vigie licences --sbom "$out/bom.json" --report "$out/licences.csv"
(cd "$out" && sha256sum -- * >SHA256SUMS)
if [ -n "$key" ]; then
    openssl pkeyutl -sign -rawin -inkey "$key" -in "$out/SHA256SUMS" -out "$out/SHA256SUMS.sig"
else
    echo "release: not signed, because no key was given; see docs/security.md" >&2
fi
ls -l "$out"
