package org.vigie.replay.ward;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Runs a broker on the records of a stopped ward, whose data directory stays as it is. The distribution brings it as a service. */
public interface StoppedWardOpener {
    /**
     * Opens the records of a ward.
     *
     * @param dataDir data directory of the ward
     * @param study new folder in which the results stay; empty: they are deleted at the end
     * @throws IllegalArgumentException when the folder holds no ward, or the ward runs
     */
    StoppedWard open(Path dataDir, Optional<Path> study) throws IOException;

    /** Runs the broker until it is closed. */
    interface StoppedWard extends AutoCloseable {
        /** Returns the connection to the broker, with the namespace and the partitions of another one. */
        KafkaConnectionConfig connection(KafkaConnectionConfig like);

        @Override
        void close() throws IOException;
    }

    /** @throws IllegalStateException when this program was built without one */
    static StoppedWardOpener installed() {
        return ServiceLoader.load(StoppedWardOpener.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "--data-dir: this program has no broker of its own; use ./vigie replay, or --broker"));
    }
}
