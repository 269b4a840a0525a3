package org.vigie.cluster.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.vigie.cluster.fault.RecoveryTimes.RecoverySummary;

/**
 * Says by kind of fault how long alarms were interrupted.
 *
 * @param again seconds from the end of the fault until alarms flowed again
 * @param silent longest time without an alarm's way in one partition, in seconds, the fault itself included
 */
record AlarmFlowTimes(
        @JsonProperty("again") Map<String, RecoverySummary> again,
        @JsonProperty("silent") Map<String, RecoverySummary> silent) {
    /** Returns the seconds until alarms flowed again after each kind, for people. */
    String describe(String kind) {
        return "alarms after %.1f s (median), %.1f s (longest), silent for %.1f s at most"
                .formatted(
                        again.get(kind).p50(),
                        again.get(kind).max(),
                        silent.get(kind).max());
    }
}
