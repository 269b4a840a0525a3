package org.vigie.risk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;

/**
 * Says from which checkpoint a job that is submitted to a cluster goes on. A job manager that is started again without high availability
 * runs the job's {@code main} again and looks for no checkpoint by itself.
 *
 * @param settings name the folder of the checkpoints
 */
record ClusterResumption(FlinkConfig settings) {
    private static final String NOT_AVAILABLE = "NONE";

    /**
     * Returns the newest whole checkpoint in the job's folder. It is empty when the cluster finds one by itself, by its high availability or
     * because it was told one, such as the savepoint of an upgrade. It is also empty when the folder lies on no file system of this machine.
     *
     * @param cluster configuration of the cluster
     */
    Optional<Path> checkpoint(ReadableConfig cluster) throws IOException {
        URI location = URI.create(settings.checkpointLocation());
        return findsByItself(cluster) || !"file".equals(location.getScheme())
                ? Optional.empty()
                : new CheckpointFinder(Path.of(location.getPath())).newest();
    }

    private static boolean findsByItself(ReadableConfig cluster) {
        return cluster.getOptional(StateRecoveryOptions.SAVEPOINT_PATH).isPresent()
                || !cluster.get(HighAvailabilityOptions.HA_MODE).equalsIgnoreCase(NOT_AVAILABLE);
    }
}
