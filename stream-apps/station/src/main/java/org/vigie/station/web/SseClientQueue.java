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

    synchronized void offer(SseEvent event) {
        if (!waiting.offer(event)) {
            waiting.clear();
            waiting.add(SseEvent.SNAPSHOT);
        }
    }

    /** The next message, waited for at most {@code patience}. */
    Optional<SseEvent> take(Duration patience) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}
