package org.vigie.cluster.fault;

/**
 * Describes one fault.
 *
 * @param target name of the process for {@code KILL} and {@code PAUSE}, of the broker for {@code BROKER_GONE}; empty otherwise
 * @param seconds how long it lasts; 0 for a fault without a length
 */
record PlannedFault(FaultKind kind, String target, int seconds) {
    /** Returns the kind, and for a kill or a pause what it hits: {@code kill vitals-streams}. */
    String group() {
        return kind == FaultKind.KILL || kind == FaultKind.PAUSE
                ? kind.word() + " " + target.replaceAll("-\\d+$", "")
                : kind.word();
    }

    @Override
    public String toString() {
        return kind.word() + (target.isEmpty() ? "" : " " + target) + (seconds == 0 ? "" : " for " + seconds + " s");
    }
}
