#!/usr/bin/env bash
# Makes each secret of compose.yaml that is missing: 32 random bytes in hexadecimal, readable by its owner and the containers' user.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p secrets
chmod 700 secrets
for name in fhir-token model-token station-token questdb-password questdb-reader-password influxdb-password influxdb-token grafana-password; do
    [ -e "secrets/$name" ] || { head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' > "secrets/$name"; chmod 444 "secrets/$name"; }
done
