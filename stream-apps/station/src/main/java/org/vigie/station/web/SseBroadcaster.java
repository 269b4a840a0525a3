package org.vigie.station.web;

import io.javalin.http.sse.SseClient;
import java.io.IOException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.station.login.StationLogin;
import org.vigie.station.ward.WardReader;

/**
 * Sends events to all connected browsers, each with what its user may see. Each browser has its own queue and thread, so a slow one
 * delays no other. One session has at most eight streams, and so has one user without a session: a further one ends the oldest of them.
 */
final class SseBroadcaster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SseBroadcaster.class);
    static final int MOST = 256;
    static final int MOST_OF_ONE_SESSION = 8;
    private static final int MAILBOX = 8_192;
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

    private final LongAdder droppedBacklogs = new LongAdder();
    private final AtomicLong joined = new AtomicLong();
    private final Map<SseClient, SseListener> listeners = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "station-listener");
        thread.setDaemon(true);
        return thread;
    });
    private final RecentSseEvents recent = new RecentSseEvents();
    private final SseEventIds ids = new SseEventIds();
    private final StationLogin login;
    private final Function<WardReader, String> snapshot;

    /**
     * @param login says who listens, each time anew that something is sent
     * @param snapshot the ward at the moment of asking, as JSON
     */
    SseBroadcaster(StationLogin login, Function<WardReader, String> snapshot) {
        this.login = login;
        this.snapshot = snapshot;
    }

    void join(SseClient client) {
        RequestPrincipal principal = RequestPrincipal.of(client.ctx());
        client.keepAlive();
        client.onClose(() -> listeners.remove(client));
        SseListener listener = add(client, principal);
        senders.execute(() -> serve(client, listener));
    }

    /** Sends an event to all browsers and keeps it for those whose connection is cut. */
    synchronized void broadcast(SseEvent message) {
        NumberedSseEvent event = recent.add(message);
        for (SseListener listener : listeners.values()) {
            if (!listener.queue().offer(event)) {
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

    /** Returns how many events wait in the queues of all browsers. */
    int waiting() {
        return listeners.values().stream()
                .mapToInt(listener -> listener.queue().size())
                .sum();
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

    /** Adds a browser while nothing is broadcast, so that it misses no event. */
    private synchronized SseListener add(SseClient client, RequestPrincipal principal) {
        var queue = new SseClientQueue(MAILBOX, first(client, principal.reader()));
        var listener = SseListener.of(joined.incrementAndGet(), principal, queue);
        listeners.put(client, listener);
        endOldest(listener);
        return listener;
    }

    /** Returns what a browser missed since the event that it names, else a snapshot. */
    private List<NumberedSseEvent> first(SseClient client, WardReader reader) {
        return Optional.ofNullable(client.ctx().header("Last-Event-ID"))
                .flatMap(id -> ids.number(reader, id))
                .map(recent::after)
                .orElseGet(() -> List.of(recent.snapshot()));
    }

    private void endOldest(SseListener listener) {
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
            var writer = new SseEventWriter(client, ids, snapshot);
            boolean isLoggedIn = true;
            while (isLoggedIn && !client.terminated() && listeners.containsKey(client)) {
                isLoggedIn = sendWaiting(writer, listener);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("A page went away: {}", e.getMessage());
        } finally {
            listeners.remove(client);
            client.close();
        }
    }

    /** Sends what waits, or nothing for a second. Returns whether the session goes on. */
    private boolean sendWaiting(SseEventWriter writer, SseListener listener) throws InterruptedException, IOException {
        List<NumberedSseEvent> waiting = listener.queue().takeAll(POLL_TIMEOUT);
        Optional<WardReader> reader = reader(listener);
        if (reader.isPresent()) {
            writer.write(listener.sendable(reader.get(), waiting, recent.snapshot()), reader.get());
        }
        return reader.isPresent();
    }

    /** Returns who listens now; empty when the session is over. Another user, or a locked session, may see other things. */
    private Optional<WardReader> reader(SseListener listener) {
        return login.principal(listener.credentials())
                .map(who -> WardReader.of(who, login.control().scopeOf(who)));
    }
}
