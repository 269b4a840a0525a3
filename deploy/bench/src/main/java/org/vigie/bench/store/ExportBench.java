package org.vigie.bench.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.vigie.bench.ProcessCost;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.export.ExportCommand;

/**
 * Publishes clean readings to a broker and exports them with the command of the platform.
 *
 * @param kafka of a broker that has the topics
 * @param directory to which the files are written
 */
record ExportBench(KafkaConnectionConfig kafka, Path directory) {
    private static final int BEDS = 24;

    /** Publishes so many records of seven readings. */
    void publish(long records) {
        new CleanLoad(kafka, new SampleObservations(BEDS)).publish(0, records);
    }

    /**
     * Exports all of them.
     *
     * @throws IOException when the command fails
     */
    ProcessCost export(PrintWriter progress) throws IOException {
        return ProcessCost.of(() -> run(progress));
    }

    private void run(PrintWriter progress) throws IOException {
        int code = CommandRunner.of(new ExportCommand(), progress, progress)
                .execute(
                        "--what=clean",
                        "--format=parquet",
                        "--out=" + directory,
                        "--broker=" + kafka.bootstrapServers(),
                        "--registry=" + kafka.registryUrl(),
                        "--namespace=" + kafka.namespace());
        if (code != CommandRunner.DONE) {
            throw new IOException("the export ended with exit code " + code);
        }
    }
}
