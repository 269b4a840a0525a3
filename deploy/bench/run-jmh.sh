#!/usr/bin/env bash
# Runs the JMH benchmarks of deploy/bench with their allocation: deploy/bench/run-jmh.sh [JMH option ...]
# JMH generates code for each benchmark. Here it does so from the compiled classes, so that no build runs its generator.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
target=deploy/bench/target/jmh
mvn_options=(-q -Dquick -Dfast ${VIGIE_MVN_OPTIONS:-})
./mvnw "${mvn_options[@]}" -pl deploy/bench -am test-compile dependency:build-classpath \
    -Dmdep.includeScope=test -Dmdep.outputFile=target/jmh-class-path.txt
class_path=deploy/bench/target/test-classes:deploy/bench/target/classes:$(cat deploy/bench/target/jmh-class-path.txt)
rm -rf "$target"
mkdir -p "$target/sources" "$target/classes"
java -cp "$class_path" org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator \
    deploy/bench/target/test-classes "$target/sources" "$target/classes" reflection
find "$target/sources" -name '*.java' -print0 | xargs -0 javac -nowarn -proc:none -cp "$class_path" -d "$target/classes"
exec java -cp "$target/classes:$class_path" org.openjdk.jmh.Main -prof gc "$@"
