package org.vigie.cluster.fault;

import java.util.EnumSet;
import java.util.Set;

/**
 * Describes one fault.
 *
 * @param target name of the process for {@code KILL}, {@code PAUSE}, {@code DISK_FULL} and {@code BROKER_GONE}; empty otherwise
 * @param seconds how long it lasts; 0 for a fault without a length
 */
record PlannedFault(FaultKind kind, String target, int seconds) {
    private static final Set<FaultKind> OF_ONE_PROCESS =
            EnumSet.of(FaultKind.KILL, FaultKind.PAUSE, FaultKind.DISK_FULL);

    /** Returns the kind, and for a fault of one process what it hits: {@code kill vitals-streams}. */
    String group() {
        return OF_ONE_PROCESS.contains(kind) ? kind.word() + " " + target.replaceAll("-\\d+$", "") : kind.word();
    }

    @Override
    public String toString() {
        return kind.word() + (target.isEmpty() ? "" : " " + target) + (seconds == 0 ? "" : " for " + seconds + " s");
    }
}
