package org.vigie.local.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Carries a plan out in the folder of a broker that has stopped.
 *
 * @param folder of the broker, with one folder for each partition
 */
record BrokerErasure(Path folder) {
    private static final String LOG = ".log";

    void run(ErasurePlan plan) throws IOException {
        for (Map.Entry<TopicPartition, Map<Long, RecordFate>> partition : plan.byPartition()) {
            for (Path log : logs(folder.resolve(partition.getKey().toString()))) {
                new SegmentErasure(log, partition.getValue()).run();
            }
        }
    }

    private static List<Path> logs(Path partition) throws IOException {
        try (Stream<Path> files = Files.list(partition)) {
            return files.filter(file -> file.toString().endsWith(LOG)).sorted().toList();
        }
    }
}
