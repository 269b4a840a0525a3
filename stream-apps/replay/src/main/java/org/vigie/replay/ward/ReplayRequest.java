package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.control.ReplaySpeed;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.replay.ward.RecordSource.RecordSourceOpener;

/**
 * Says which past of which ward is replayed.
 *
 * @param ward connection to the topics of the ward
 * @param period append times of the records whose results are written
 * @param knownAt append time after which no record is used; after the end of the period, late records about it are used too
 * @param warmUp time before the period that is replayed and not written, so that hours, alarms and levels are known at its start
 * @param source opens the records of the ward
 * @param speed the warm-up is never held back
 * @param paused true to wait at the start of the period
 * @param compares true when the results are compared with those of the ward
 */
record ReplayRequest(
        KafkaConnectionConfig ward,
        ReplayNamespace namespace,
        PartitionPeriod period,
        Instant knownAt,
        Duration warmUp,
        BedSelection selection,
        ReplayedSteps steps,
        RecordSourceOpener source,
        ReplaySpeed speed,
        boolean paused,
        boolean compares) {
    /** Time before the end that is not compared: the ward may have answered its last records after the end. */
    private static final Duration UNSETTLED = Duration.ofMinutes(1);

    ReplayRequest {
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("--warm-up: must not be negative, was " + warmUp);
        }
        if (!knownAt.isAfter(period.from())) {
            throw new IllegalArgumentException(
                    "--as-known-at: must be after --from, " + period.from() + ", was " + knownAt);
        }
    }

    /** Returns the append times of the records that are read. */
    PartitionPeriod read() {
        return new PartitionPeriod(start(), knownAt);
    }

    /**
     * Returns the times of the records that are compared.
     *
     * @throws IllegalArgumentException when the period is shorter than a minute
     */
    PartitionPeriod compared() {
        Instant end = knownAt.isBefore(period.to()) ? knownAt : period.to();
        return new PartitionPeriod(period.from(), end.minus(UNSETTLED));
    }

    /** Returns what the audit trail says of the replay. */
    String auditDetail() {
        return "%s of %s, %s to %s, as known at %s"
                .formatted(namespace.name(), ward.namespace(), period.from(), period.to(), knownAt);
    }

    Instant start() {
        return period.from().minus(warmUp);
    }
}
