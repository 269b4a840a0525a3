package org.vigie.local;

import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the parts of a ward that run, and stops them in the reverse order of {@link WardPart}. Parts may be added by several threads. */
final class StartedParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartedParts.class);

    private final Map<WardPart, AutoCloseable> running = new EnumMap<>(WardPart.class);
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
        return part;
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
