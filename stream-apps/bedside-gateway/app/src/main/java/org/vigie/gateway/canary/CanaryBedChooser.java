package org.vigie.gateway.canary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.vigie.schemas.bed.BedName;
import org.vigie.signal.identify.StayResolver;

/**
 * Chooses the beds of the canaries: one bed for each partition, so that both the bed and its provisional stay lie in this partition.
 *
 * @param partitions of every topic
 */
record CanaryBedChooser(int partitions) {
    /** Returns one bed for each partition, in the order of the partitions. */
    List<String> beds() {
        Map<Integer, String> chosen = new TreeMap<>();
        for (int number = 1; chosen.size() < partitions; number++) {
            String bed = BedName.CANARY_UNIT + "/" + number;
            if (partition(bed) == partition(stay(bed))) {
                chosen.putIfAbsent(partition(bed), bed);
            }
        }
        return List.copyOf(chosen.values());
    }

    /** Returns the provisional stay that vitals-streams gives a bed without any admission. */
    static String stay(String bed) {
        return StayResolver.identify(bed, List.of(), Instant.EPOCH).stay();
    }

    int partition(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
