package org.vigie.cluster.fault;

import java.time.Duration;

/**
 * Says how long a fault interrupted the way of alarms from the gateway's socket to alert-streams, over all partitions.
 *
 * @param againS seconds from the end of the fault until a canary of each partition that was sent afterwards was answered
 * @param silentS longest time without an answer in one partition since the fault began, in seconds; a second passes between two canaries
 */
record AlarmInterruption(double againS, double silentS) {
    private static final double MS_PER_S = 1_000.0;

    static AlarmInterruption of(Duration again, Duration silent) {
        return new AlarmInterruption(again.toMillis() / MS_PER_S, silent.toMillis() / MS_PER_S);
    }
}
