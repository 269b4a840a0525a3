package org.vigie.station.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Queues the events of one browser. A newer event about a bed or an alarm replaces the one that waits, so that a slow browser gets fewer events and
 * none that is old. The queue is bounded nevertheless: a browser beyond it loses its backlog and receives a new snapshot.
 */
final class SseClientQueue {
    private final Map<String, NumberedSseEvent> waiting = new LinkedHashMap<>();
    private final Semaphore filled = new Semaphore(0);
    private final int capacity;

    /** @param first what the browser gets first, whatever the capacity */
    SseClientQueue(int capacity, List<NumberedSseEvent> first) {
        this.capacity = capacity;
        first.forEach(event -> waiting.put(event.event().key(), event));
        filled.release();
    }

    /** @return false when the backlog was dropped for a new snapshot */
    synchronized boolean offer(NumberedSseEvent event) {
        waiting.remove(event.event().key());
        boolean fits = waiting.size() < capacity;
        var added = fits ? event : new NumberedSseEvent(event.number(), SseEvent.SNAPSHOT);
        if (added.event() == SseEvent.SNAPSHOT) {
            waiting.clear();
        }
        waiting.put(added.event().key(), added);
        filled.release();
        return fits;
    }

    /** Returns all events that wait, once there is one; none when none came for {@code patience}. */
    List<NumberedSseEvent> takeAll(Duration patience) throws InterruptedException {
        boolean some = filled.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        return some ? drain() : List.of();
    }

    /** Returns how many events wait. */
    synchronized int size() {
        return waiting.size();
    }

    private synchronized List<NumberedSseEvent> drain() {
        filled.drainPermits();
        List<NumberedSseEvent> taken = List.copyOf(waiting.values());
        waiting.clear();
        return taken;
    }
}
