package org.vigie.cluster.process;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Measures the pause of each process between its end and its next start. Processes that end together wait beside each other. */
final class RestartPauses {
    private final Duration length;
    private final Map<String, Instant> ends = new HashMap<>();

    /** @param length of each pause */
    RestartPauses(Duration length) {
        this.length = length;
    }

    /** Returns whether a process that has ended may be started; the first question begins its pause. */
    boolean isOver(String name, Instant now) {
        Instant end = ends.computeIfAbsent(name, unused -> now.plus(length));
        if (now.isBefore(end)) {
            return false;
        }
        ends.remove(name);
        return true;
    }

    /** Ends the pause of a process that runs, or that is left ended. */
    void forget(String name) {
        ends.remove(name);
    }
}
