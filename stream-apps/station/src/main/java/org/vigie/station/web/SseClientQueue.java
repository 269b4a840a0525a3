package org.vigie.station.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Queues the events of one browser. The queue is bounded: a browser that is too slow loses its backlog and receives a new snapshot. */
final class SseClientQueue {
    private final BlockingQueue<SseEvent> waiting;

    /** Begins with a snapshot. */
    SseClientQueue(int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
        waiting.add(SseEvent.SNAPSHOT);
    }

    /** @return false when the backlog was dropped for a new snapshot */
    synchronized boolean offer(SseEvent event) {
        boolean fits = waiting.offer(event);
        if (!fits) {
            waiting.clear();
            waiting.add(SseEvent.SNAPSHOT);
        }
        return fits;
    }

    /** The next message, waited for at most {@code patience}. */
    Optional<SseEvent> take(Duration patience) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}
