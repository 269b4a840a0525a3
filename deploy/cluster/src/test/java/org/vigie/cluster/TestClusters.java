package org.vigie.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.simulator.patient.PatientVariability;

/** Configures clusters of six beds whose folder of Vigie holds one of Flink's jars. */
final class TestClusters {
    private TestClusters() {}

    static ClusterConfig in(Path directory) {
        try {
            Path lib = Files.createDirectories(directory.resolve("deploy/flink-session/target/lib"));
            Files.createFile(lib.resolve("flink-runtime.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClusterConfig(
                new ProcessFolder(directory.resolve("cluster")),
                new ClusterPorts(0),
                6,
                7,
                48,
                "demo",
                true,
                PatientVariability.FITTED,
                directory);
    }
}
