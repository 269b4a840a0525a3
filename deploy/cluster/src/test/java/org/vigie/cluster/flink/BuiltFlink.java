package org.vigie.cluster.flink;

import java.nio.file.Path;

/** Locates what the modules flink-session and flink-job have built. */
final class BuiltFlink {
    private static final Path DEPLOY = Path.of(System.getProperty("vigie.repository"), "deploy");

    private BuiltFlink() {}

    static Path lib() {
        return DEPLOY.resolve("flink-session/target/lib");
    }

    static Path job() {
        return DEPLOY.resolve("flink-job/target/risk-flink-job.jar");
    }
}
