package org.vigie.station.login;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a station ask the provider about the users of its sessions as long as it runs: each 30 seconds about those whose time has come. */
public final class SessionCheckTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCheckTimer.class);
    private static final long EVERY_S = 30;

    private final StationLogin login;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "session-checks");
        thread.setDaemon(true);
        return thread;
    });

    private SessionCheckTimer(StationLogin login) {
        this.login = login;
    }

    /** Starts. */
    public static SessionCheckTimer start(StationLogin login) {
        var started = new SessionCheckTimer(login);
        var unused = started.timer.scheduleWithFixedDelay(started::check, EVERY_S, EVERY_S, TimeUnit.SECONDS);
        return started;
    }

    /** A failure must not end the checks that follow. */
    private void check() {
        try {
            login.checkSessions();
        } catch (RuntimeException e) {
            LOG.warn("Sessions could not be checked at the provider", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
