#!/usr/bin/env bash
# ./vigie test: installs the programs that some tests need, runs every test and prints the ten slowest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# A Debian package, installed when its command is missing and we may; none is started as a service. The command has the name of the package by default.
install_for() {
    local what=$1 package=$2 command=${3:-$2}
    if command -v "$command" >/dev/null || [ -x "/usr/sbin/$command" ]; then
        return
    fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing Debian's $package for $what ..."
        apt-get update -qq >/dev/null && RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$package" >/dev/null && return
    fi
    echo "=== NO ${package^^}: $what need it and are skipped or fail. Install it (Debian: apt install $package). ==="
}

# The test classes that took longest, from the reports that Maven leaves.
slowest_since() {
    echo "The ten slowest tests, in seconds:"
    find . -path '*/target/*-reports/TEST-*.xml' -newer "$1" -exec grep -Ho -m 1 '<testsuite [^>]*' {} + \
        | sed -E 's#^\./(.*)/target/.* name="[^"]*\.([^".]*)" time="([^"]*)".*#\3 \2 (\1)#; s#^([0-9]*),#\1#' \
        | sort -rn | awk 'NR <= 10 { printf "%8.1f  %s %s\n", $1, $2, $3 }'
}

install_for "the browser tests" chromium-headless-shell
command -v chromium-headless-shell >/dev/null || install_for "the browser tests" chromium
install_for "the tests of notifications" prometheus-alertmanager
install_for "the MQTT tests" mosquitto
install_for "the InfluxDB tests" influxdb influxd
install_for "the tests of the alert rules" prometheus promtool
export DJL_OFFLINE=true TF_CPP_MIN_LOG_LEVEL=2 OMP_WAIT_POLICY=PASSIVE
# Error Prone is loaded once for all compilations, by a class that Maven's JVM must have before it starts.
BUILD=deploy/cli/target/build
mkdir -p "$BUILD" && "${JAVA_HOME:+$JAVA_HOME/bin/}javac" -d "$BUILD" deploy/cli/src/build/java/org/vigie/build/*.java
export MAVEN_OPTS="-Xbootclasspath/a:$BUILD ${MAVEN_OPTS:-}"
begun=$(mktemp)
status=0
# Four modules on two cores: integration tests wait half of their time. The stories of the ward run beside the last modules.
stories=(-Dlocal.its.skip=true -Dstories.its.skip=false)
case " $* " in *" -pl "*) stories=() ;; esac
./mvnw -B -ntp -T 4 verify "${stories[@]}" "$@" || status=$?
slowest_since "$begun"
rm -f "$begun"
exit "$status"
