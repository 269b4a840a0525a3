package org.vigie.alerts.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Holds the time of the next check of each stay, in ms since 1970.
 *
 * <p>A check that is moved to a later time stays in the queue with its earlier time, and is moved when that time comes. So a stay with a
 * reading every second costs one step of the queue per sweep.
 */
final class SweepSchedule {
    private static final long NOT_QUEUED = Long.MAX_VALUE;

    private final Map<String, NextCheck> checks = new HashMap<>();
    private final PriorityQueue<QueuedCheck> queue = new PriorityQueue<>(Comparator.comparingLong(QueuedCheck::at));

    /** Holds the next check of one stay, and the time with which it is in the queue. */
    private static final class NextCheck {
        private long at;
        private long queuedAt = NOT_QUEUED;
    }

    /** Describes a check in the queue. It is out of date when the stay is queued with another time. */
    private record QueuedCheck(long at, String stay) {}

    /** Sets the time of the next check of a stay. */
    void schedule(String stay, long at) {
        NextCheck check = checks.computeIfAbsent(stay, key -> new NextCheck());
        check.at = at;
        if (at < check.queuedAt) {
            enqueue(stay, check);
        }
    }

    private void enqueue(String stay, NextCheck check) {
        check.queuedAt = check.at;
        queue.add(new QueuedCheck(check.at, stay));
    }

    /** Removes and returns the checks that are due until {@code now}, in the order of the stays' names. Each must be scheduled again. */
    List<String> takeDue(long now) {
        List<String> due = new ArrayList<>();
        while (!queue.isEmpty() && queue.peek().at() <= now) {
            QueuedCheck queued = queue.remove();
            NextCheck check = checks.get(queued.stay());
            if (check == null || check.queuedAt != queued.at()) {
                continue;
            }
            check.queuedAt = NOT_QUEUED;
            if (check.at > now) {
                enqueue(queued.stay(), check);
            } else {
                due.add(queued.stay());
            }
        }
        due.sort(Comparator.naturalOrder());
        return due;
    }

    /** Makes the check of each of the stays due at once. */
    void scheduleAll(Collection<String> stays, long now) {
        stays.forEach(stay -> schedule(stay, now));
    }

    void remove(String stay) {
        checks.remove(stay);
    }
}
