package org.vigie.station.web;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the newest event about each bed, about each alarm, and the newest heartbeat. A page whose connection was cut for less than a minute gets
 * those that it missed, not the whole ward.
 */
final class RecentSseEvents {
    /** One comes each second. A page that was away for longer gets a snapshot, which also fills the gap in its small trends. */
    private static final int PULSES = 60;

    private final Map<String, NumberedSseEvent> newest = new HashMap<>();
    private final Deque<Long> pulses = new ArrayDeque<>();
    private long last;
    private long completeAfter;

    /** Numbers an event. After a snapshot, a page that had not received it needs the whole ward. */
    synchronized NumberedSseEvent add(SseEvent event) {
        var numbered = new NumberedSseEvent(++last, event);
        if (event == SseEvent.SNAPSHOT) {
            newest.clear();
            completeAfter = last;
        } else {
            newest.put(event.key(), numbered);
            limit(numbered);
        }
        return numbered;
    }

    private void limit(NumberedSseEvent added) {
        if (added.event().name().equals("pulse")) {
            pulses.add(added.number());
            if (pulses.size() > PULSES) {
                completeAfter = Math.max(completeAfter, pulses.remove());
            }
        }
    }

    /** Returns what a page needs that received everything up to {@code number}: the events after it, or a snapshot. */
    synchronized List<NumberedSseEvent> after(long number) {
        if (number < completeAfter || number > last) {
            return List.of(snapshot());
        }
        return newest.values().stream()
                .filter(event -> event.number() > number)
                .sorted(Comparator.comparing(NumberedSseEvent::number))
                .toList();
    }

    /** Returns a snapshot, which holds everything up to now. */
    synchronized NumberedSseEvent snapshot() {
        return new NumberedSseEvent(last, SseEvent.SNAPSHOT);
    }
}
