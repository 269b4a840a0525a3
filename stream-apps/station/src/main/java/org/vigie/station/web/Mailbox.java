package org.vigie.station.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What waits for one browser. Bounded: a browser that is too slow loses its backlog and begins anew with a snapshot. */
final class Mailbox {
    private final BlockingQueue<Message> waiting;

    /** Begins with a snapshot. */
    Mailbox(int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
        waiting.add(Message.SNAPSHOT);
    }

    synchronized void offer(Message message) {
        if (!waiting.offer(message)) {
            waiting.clear();
            waiting.add(Message.SNAPSHOT);
        }
    }

    /** The next message, waited for at most {@code patience}. */
    Optional<Message> take(Duration patience) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}
