package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.namespace.ReplayNamespace;

/**
 * Says which past of which ward is replayed.
 *
 * @param ward connection to the topics of the ward
 * @param period append times of the records whose results are written
 * @param warmUp time before the period that is replayed and not written, so that hours, alarms and levels are known at its start
 * @param speed multiple of the recorded speed, or {@code max}; the warm-up is never held back
 * @param compares true when the results are compared with those of the ward
 */
record ReplayRequest(
        KafkaConnectionConfig ward,
        ReplayNamespace namespace,
        PartitionPeriod period,
        Duration warmUp,
        BedSelection selection,
        ReplayedSteps steps,
        String speed,
        boolean compares) {
    /** Time before the end that is not compared: the ward may have answered its last records after the end. */
    private static final Duration UNSETTLED = Duration.ofMinutes(1);

    ReplayRequest {
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("--warm-up: must not be negative, was " + warmUp);
        }
    }

    /** Returns the append times of the records that are read. */
    PartitionPeriod read() {
        return new PartitionPeriod(start(), period.to());
    }

    /**
     * Returns the times of the records that are compared.
     *
     * @throws IllegalArgumentException when the period is shorter than a minute
     */
    PartitionPeriod compared() {
        return new PartitionPeriod(period.from(), period.to().minus(UNSETTLED));
    }

    Instant start() {
        return period.from().minus(warmUp);
    }
}
