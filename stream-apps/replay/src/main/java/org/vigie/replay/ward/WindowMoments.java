package org.vigie.replay.ward;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.risk.window.StayWindowReplay;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Window;
import org.vigie.schemas.bed.BedName;

/**
 * Builds the windows of a replay at the moments of the ward's windows. Live, a window is sent when event time passes, which depends on the
 * wall clock. A recorded window names the newest raw record that it holds, so the replay ends its window with the same record.
 */
final class WindowMoments {
    /** Records of one stay that may wait for the next window; a window is normally sent every five minutes. */
    private static final int MOST_HELD = 20_000;

    private final Map<String, StayQueue> stays = new HashMap<>();

    /** Holds the records of one stay that are not in its hours yet. */
    private static final class StayQueue {
        private final StayWindowReplay hours;
        private final Deque<Object> waiting = new ArrayDeque<>();

        StayQueue(String stay) {
            hours = new StayWindowReplay(stay);
        }

        void add(Object record) {
            waiting.add(record);
            if (waiting.size() > MOST_HELD) {
                takeOldest();
            }
        }

        void takeOldest() {
            Object oldest = waiting.remove();
            if (oldest instanceof CleanObservation observation) {
                hours.take(observation);
            } else if (oldest instanceof Stay stay) {
                hours.take(stay);
            }
        }

        /** Takes records until the newest one of a window is in its hours; all records when it never came. */
        void takeUntil(Origin newest) {
            while (!hours.endsWith(newest) && !waiting.isEmpty()) {
                takeOldest();
            }
            while (waiting.peek() instanceof Stay) {
                takeOldest();
            }
        }
    }

    /** Adds an observation of a patient to the records that wait for the next window of its stay. */
    void take(CleanObservation observation) {
        if (!BedName.isCanary(observation.getBed())) {
            of(observation.getStay()).add(observation);
        }
    }

    void take(Stay stay) {
        of(stay.getStay()).add(stay);
    }

    /** Returns the window that the replay has at the moment of a recorded one; empty when it has none. */
    Optional<Window> at(Window recorded) {
        StayQueue queue = of(recorded.getStay());
        queue.takeUntil(recorded.getNewest());
        return queue.hours.window(recorded.getRevision());
    }

    private StayQueue of(String stay) {
        return stays.computeIfAbsent(stay, StayQueue::new);
    }
}
