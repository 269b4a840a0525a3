package org.vigie.signal.alarm.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;

/**
 * Counts the calls of an incident so far.
 *
 * @param count number of calls
 * @param priorityOrNull priority that people were called with; null when they were not called for any open alarm
 * @param neededAt newest instant at which an open alarm needed that priority
 */
public record IncidentCalls(int count, @Nullable AlarmPriority priorityOrNull, Instant neededAt) {
    static final IncidentCalls NONE = new IncidentCalls(0, null, Instant.EPOCH);

    IncidentCalls calledWith(AlarmPriority priority, Instant at) {
        return new IncidentCalls(count + 1, priority, at);
    }

    /** Returns the calls after a person answered them and the answered alarms ended. They no longer cover a HIGH alarm. */
    IncidentCalls withoutHigh() {
        return priorityOrNull == AlarmPriority.HIGH ? new IncidentCalls(count, AlarmPriority.MEDIUM, neededAt) : this;
    }

    /**
     * Returns the calls at {@code at}. A priority that no alarm has needed for the window no longer covers a new alarm of that priority.
     *
     * @param level most urgent priority of the open alarms that call before {@code at}; null when there was none
     */
    IncidentCalls until(Instant at, @Nullable AlarmPriority level, Duration window) {
        if (count == 0) {
            return this;
        }
        if (level != null && (priorityOrNull == null || !priorityOrNull.isAbove(level))) {
            return new IncidentCalls(count, priorityOrNull == null ? level : priorityOrNull, at);
        }
        return at.isAfter(neededAt.plus(window)) ? new IncidentCalls(count, level, at) : this;
    }
}
