package org.vigie.cluster.fault;

import java.util.Map;
import org.vigie.cluster.fault.RecoveryTimes.RecoverySummary;

/** Collects by kind of fault when the cluster worked as before, and how long alarms were interrupted. */
final class FaultTimes {
    private final RecoveryTimes recovered = new RecoveryTimes();
    private final RecoveryTimes alarmsAgain = new RecoveryTimes();
    private final RecoveryTimes alarmsSilent = new RecoveryTimes();

    /**
     * Adds one fault.
     *
     * @param seconds from its end until the cluster worked as before
     * @return the times of this fault, for people
     */
    String add(PlannedFault fault, double seconds, AlarmInterruption interruption) {
        recovered.add(fault.group(), seconds);
        alarmsAgain.add(fault.group(), interruption.againS());
        alarmsSilent.add(fault.group(), interruption.silentS());
        return "recovered after %.1f s, alarms after %.1f s (silent for %.1f s)"
                .formatted(seconds, interruption.againS(), interruption.silentS());
    }

    /** Returns the seconds until the cluster worked as before. */
    Map<String, RecoverySummary> recovered() {
        return recovered.summaries();
    }

    /** Returns how long alarms were interrupted. */
    AlarmFlowTimes alarms() {
        return new AlarmFlowTimes(alarmsAgain.summaries(), alarmsSilent.summaries());
    }
}
