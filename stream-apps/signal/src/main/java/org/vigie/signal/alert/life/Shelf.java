package org.vigie.signal.alert.life;

import java.time.Instant;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.Transition;

/**
 * A rule that calls nobody at one stay for a while.
 *
 * @param told the alarm that was shelved, as it was then
 */
public record Shelf(Transition told, Instant until) {
    /** A worse alarm than the one that was shelved breaks it. */
    boolean covers(Priority priority) {
        return priority.compareTo(told.priority()) >= 0;
    }
}
