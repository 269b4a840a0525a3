package org.vigie.station.web;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Sends events to all connected browsers. Each browser has its own queue and thread, so a slow one delays no other. */
final class SseBroadcaster implements AutoCloseable {
    static final int MOST = 64;
    private static final int MAILBOX = 512;
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

    private final LongAdder droppedBacklogs = new LongAdder();
    private final Map<SseClient, SseClientQueue> listeners = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "station-listener");
        thread.setDaemon(true);
        return thread;
    });
    private final Supplier<String> snapshot;

    /** @param snapshot the whole ward at the moment of asking, as JSON */
    SseBroadcaster(Supplier<String> snapshot) {
        this.snapshot = snapshot;
    }

    void join(SseClient listener) {
        listener.keepAlive();
        listener.onClose(() -> listeners.remove(listener));
        var queue = new SseClientQueue(MAILBOX);
        listeners.put(listener, queue);
        senders.execute(() -> serve(listener, queue));
    }

    void broadcast(SseEvent message) {
        for (SseClientQueue queue : listeners.values()) {
            if (!queue.offer(message)) {
                droppedBacklogs.increment();
            }
        }
    }

    int size() {
        return listeners.size();
    }

    /** Returns how often a browser was too slow and lost its backlog. */
    long droppedBacklogs() {
        return droppedBacklogs.sum();
    }

    boolean isFull() {
        return listeners.size() >= MOST;
    }

    @Override
    public void close() {
        senders.shutdownNow();
        listeners.keySet().forEach(SseClient::close);
    }

    private void serve(SseClient listener, SseClientQueue queue) {
        try {
            while (!listener.terminated()) {
                queue.take(POLL_TIMEOUT).ifPresent(message -> send(listener, message));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
            listener.close();
        }
    }

    private void send(SseClient listener, SseEvent message) {
        String data = message.equals(SseEvent.SNAPSHOT) ? snapshot.get() : message.data();
        listener.sendEvent(message.event(), data);
    }
}
