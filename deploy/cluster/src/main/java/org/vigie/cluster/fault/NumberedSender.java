package org.vigie.cluster.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends numbered HL7 messages to the gateway, one after the other, and remembers which ones were acknowledged. A message that gets no
 * acknowledgement is not sent again; the next one has the next number.
 */
final class NumberedSender implements AutoCloseable {
    static final String PREFIX = "FAULT";

    private static final long PAUSE_MS = 500;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ").withZone(ZoneOffset.UTC);

    private final MllpSender gateway;
    private final Thread thread = new Thread(this::run, "numbered-sender");
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile Duration clockError = Duration.ZERO;
    private volatile boolean paused;
    private volatile boolean closed;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private NumberedSender(int port) {
        this.gateway = new MllpSender(port);
        thread.setDaemon(true);
    }

    /** @param port of the gateway's MLLP receiver on loopback */
    static NumberedSender start(int port) {
        var sender = new NumberedSender(port);
        sender.thread.start();
        return sender;
    }

    /** Makes the sender's clock wrong from now on. */
    void stepClock(Duration error) {
        clockError = error;
    }

    /** Sends nothing until {@link #resume()}. */
    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    /**
     * Counts the messages by what became of them: refused ones were answered with AE.
     *
     * @param lost acknowledged messages that were not stored
     */
    Map<String, Integer> counts(int lost) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("sent", sent.get());
        counts.put("acknowledged", acknowledged.size());
        counts.put("refused", refused.get());
        counts.put("lost", lost);
        return counts;
    }

    /** Returns the message control ids of all messages that were answered with AA. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    private void run() {
        try {
            while (!closed) {
                if (!paused) {
                    send(PREFIX + sent.incrementAndGet());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gateway.close();
    }

    private void send(String id) {
        try {
            String answer = gateway.ask(
                    new NumberedMessage(id, STAMP.format(Instant.now().plus(clockError))).text());
            if (answer.contains("MSA|AA|" + id)) {
                acknowledged.add(id);
            } else if (answer.contains("MSA|AE|" + id)) {
                refused.incrementAndGet();
            }
        } catch (IOException e) {
            gateway.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
