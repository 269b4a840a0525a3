#!/usr/bin/env bash
# Builds the last commit twice in two fresh folders and compares the jars of Vigie: deploy/dist/reproduce.sh [MAVEN OPTIONS].
# Ends with 1 when a jar differs, and names it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A folder of another length shows paths that a jar holds.
for place in one another-place; do
    mkdir "$work/$place"
    git archive HEAD | tar -x -C "$work/$place"
    (cd "$work/$place" && ./mvnw -B -ntp -q -Dquick -Dfast -Dmaven.test.skip=true "$@" package)
    (cd "$work/$place" && find . -path '*/target/vigie-*.jar' ! -path '*/lib/*' -print0 | sort -z | xargs -0 sha256sum) >"$work/$place.sums"
done
wc -l <"$work/one.sums" | sed 's/$/ jars compared/'
diff "$work/one.sums" "$work/another-place.sums" && echo "Both builds made the same bytes."
