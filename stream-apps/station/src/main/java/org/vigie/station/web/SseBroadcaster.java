package org.vigie.station.web;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.vigie.station.login.StationLogin;
import org.vigie.station.ward.WardReader;

/**
 * Sends events to all connected browsers, each with what its user may see. Each browser has its own queue and thread, so a slow one
 * delays no other. One session has at most eight streams: a further one ends the oldest of them.
 */
final class SseBroadcaster implements AutoCloseable {
    static final int MOST = 256;
    static final int MOST_OF_ONE_SESSION = 8;
    private static final int MAILBOX = 512;
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

    private final LongAdder droppedBacklogs = new LongAdder();
    private final AtomicLong joined = new AtomicLong();
    private final Map<SseClient, SseListener> listeners = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "station-listener");
        thread.setDaemon(true);
        return thread;
    });
    private final StationLogin login;
    private final Function<WardReader, String> snapshot;

    /**
     * @param login says who listens, at each event anew
     * @param snapshot the ward at the moment of asking, as JSON
     */
    SseBroadcaster(StationLogin login, Function<WardReader, String> snapshot) {
        this.login = login;
        this.snapshot = snapshot;
    }

    void join(SseClient client) {
        var credentials = RequestPrincipal.of(client.ctx()).credentials();
        var listener = new SseListener(joined.incrementAndGet(), credentials, new SseClientQueue(MAILBOX));
        client.keepAlive();
        client.onClose(() -> listeners.remove(client));
        add(client, listener);
        senders.execute(() -> serve(client, listener));
    }

    void broadcast(SseEvent message) {
        for (SseListener listener : listeners.values()) {
            if (!listener.queue().offer(message)) {
                droppedBacklogs.increment();
            }
        }
    }

    boolean isFull() {
        return listeners.size() >= MOST;
    }

    int size() {
        return listeners.size();
    }

    /** Returns how often a browser was too slow and lost its backlog. */
    long droppedBacklogs() {
        return droppedBacklogs.sum();
    }

    @Override
    public void close() {
        senders.shutdownNow();
        listeners.keySet().forEach(SseClient::close);
    }

    private synchronized void add(SseClient client, SseListener listener) {
        listeners.put(client, listener);
        List<SseClient> own = listeners.entrySet().stream()
                .filter(other -> other.getValue().viewer().equals(listener.viewer()))
                .sorted(Comparator.comparing(other -> other.getValue().number()))
                .map(Map.Entry::getKey)
                .toList();
        own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE_SESSION)).forEach(oldest -> {
            listeners.remove(oldest);
            oldest.close();
        });
    }

    private void serve(SseClient client, SseListener listener) {
        try {
            Optional<WardReader> before = reader(listener);
            while (!client.terminated() && before.isPresent() && listeners.containsKey(client)) {
                Optional<SseEvent> waiting = listener.queue().take(POLL_TIMEOUT);
                Optional<WardReader> reader = reader(listener);
                boolean same = reader.equals(before);
                reader.ifPresent(who -> send(client, same ? waiting : Optional.of(SseEvent.SNAPSHOT), who));
                before = reader;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(client);
            client.close();
        }
    }

    /** Returns who listens now; empty when the session is over. Another user, or a locked session, may see other things. */
    private Optional<WardReader> reader(SseListener listener) {
        return login.principal(listener.credentials())
                .map(who -> WardReader.of(who, login.control().scopeOf(who)));
    }

    private void send(SseClient client, Optional<SseEvent> waiting, WardReader reader) {
        waiting.ifPresent(message -> {
            Optional<String> data =
                    message == SseEvent.SNAPSHOT ? Optional.of(snapshot.apply(reader)) : message.data(reader);
            data.ifPresent(text -> client.sendEvent(message.name(), text));
        });
    }
}
