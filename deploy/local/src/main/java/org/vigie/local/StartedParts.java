package org.vigie.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the parts of a ward that run, and stops them in the reverse order of {@link WardPart}. Parts may be added by several threads. */
final class StartedParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartedParts.class);

    private final Map<WardPart, AutoCloseable> running = new EnumMap<>(WardPart.class);
    /** Holds the names of {@link #running} for those who must not wait while a part stops. */
    private final Set<WardPart> names = ConcurrentHashMap.newKeySet();

    private boolean closed;

    /**
     * Adds a part.
     *
     * @throws WardStartException when the ward was stopped meanwhile; the part is stopped at once
     */
    synchronized <P extends AutoCloseable> P add(WardPart name, P part) {
        if (closed) {
            close(name, part);
            throw new WardStartException("The ward was stopped while it started.");
        }
        running.put(name, part);
        names.add(name);
        return part;
    }

    /** Returns true from when a part was added until it is stopped. */
    boolean has(WardPart name) {
        return names.contains(name);
    }

    /** Returns true once the ward stops. */
    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        WardPart[] parts = WardPart.values();
        for (int place = parts.length - 1; place >= 0; place--) {
            names.remove(parts[place]);
            AutoCloseable part = running.remove(parts[place]);
            if (part != null) {
                close(parts[place], part);
            }
        }
    }

    private static void close(WardPart name, AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", name, e);
        }
    }
}
