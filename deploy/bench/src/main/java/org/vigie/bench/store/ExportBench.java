package org.vigie.bench.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.bench.LoadProducer;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.export.ExportCommand;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Publishes clean readings to a broker and exports them with the command of the platform.
 *
 * @param kafka of a broker that has the topics
 * @param directory to which the files are written
 */
record ExportBench(KafkaConnectionConfig kafka, Path directory) {
    private static final int BEDS = 24;
    private static final int BATCH = 1_000;
    private static final String BATCH_BYTES = Integer.toString(1 << 18);

    /**
     * Holds what one export cost.
     *
     * @param processor time of all threads of the process, the broker among them
     * @param heapPeakMib most heap in use
     */
    record ExportCost(Duration wall, Duration processor, long heapPeakMib) {}

    /** Publishes so many records of seven readings. */
    void publish(long records) {
        var topic = kafka.topics().observationsClean();
        var samples = new SampleObservations(BEDS);
        var values = new AvroSerdes(kafka.registry()).of(topic).serializer();
        try (var producer = new LoadProducer<>(
                kafka, values, Map.of("batch.size", BATCH_BYTES, "linger.ms", "5", "compression.type", "lz4"))) {
            for (long first = 0; first < records; first += BATCH) {
                for (CleanObservation each : samples.of(first, (int) Math.min(BATCH, records - first))) {
                    producer.send(topic.name(), each.getStay(), each);
                }
            }
        }
    }

    /**
     * Exports all of them.
     *
     * @throws IOException when the command fails
     */
    ExportCost export(PrintWriter progress) throws IOException {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long processor = processorNanos();
        long begun = System.nanoTime();
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
        return new ExportCost(
                Duration.ofNanos(System.nanoTime() - begun),
                Duration.ofNanos(processorNanos() - processor),
                heapPools().stream()
                                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                .sum()
                        >> 20);
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
