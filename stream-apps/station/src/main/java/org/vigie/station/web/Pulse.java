package org.vigie.station.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.station.ward.Changes;
import org.vigie.station.ward.ClockPicture;
import org.vigie.station.ward.QualityPicture;
import org.vigie.station.ward.ServicePicture;
import org.vigie.station.ward.WardView;

/** Tells the audience what changed as soon as it did, a bed at most four times a second, and every second that it lives. */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration TICK = Duration.ofMillis(40);
    private static final Duration BED_GAP = Duration.ofMillis(250);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration TIDY = Duration.ofMinutes(1);

    private final WardView ward;
    private final Audience audience;
    private final Clock wall;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "station-pulse");
        thread.setDaemon(true);
        return thread;
    });

    Pulse(WardView ward, Audience audience, Clock wall) {
        this.ward = ward;
        this.audience = audience;
        this.wall = wall;
    }

    void start() {
        every(TICK, this::tellChanges);
        every(BEAT, this::beat);
        every(TIDY, () -> ward.forget(wall.instant()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void tellChanges() {
        Changes changes = ward.changes(wall.instant(), BED_GAP);
        if (audience.size() == 0) {
            return;
        }
        if (changes.layout()) {
            audience.tell(Message.SNAPSHOT);
        }
        changes.beds().forEach(bed -> audience.tell(new Message("bed", Json.write(bed))));
        changes.alerts().forEach(alert -> audience.tell(new Message("alert", Json.write(alert))));
    }

    private void beat() {
        Instant now = wall.instant();
        audience.tell(new Message("pulse", Json.write(new Beat(ward.clock(now), ward.quality(), ward.service()))));
    }

    /** What every second tells. */
    private record Beat(ClockPicture clock, QualityPicture quality, ServicePicture service) {}

    /** A task that throws would never run again, and the page would go dark for one bad record. */
    private void every(Duration period, Runnable task) {
        Runnable safe = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("station pulse", e);
            }
        };
        var unused = timer.scheduleAtFixedRate(safe, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }
}
