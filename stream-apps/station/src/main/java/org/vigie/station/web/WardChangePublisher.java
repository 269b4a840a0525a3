package org.vigie.station.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.UnitScope;
import org.vigie.station.alarm.service.AlarmServiceSnapshot;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.station.health.WardClockSnapshot;
import org.vigie.station.ward.BedSnapshot;
import org.vigie.station.ward.WardChanges;
import org.vigie.station.ward.WardView;

/** Sends changes to all open pages at once, a bed at most four times a second, and a heartbeat every second. */
final class WardChangePublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WardChangePublisher.class);
    private static final Duration TICK = Duration.ofMillis(40);
    private static final Duration BED_GAP = Duration.ofMillis(250);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration TIDY = Duration.ofMinutes(1);

    private final WardView ward;
    private final BedWatchdog watchdog;
    private final SseBroadcaster broadcaster;
    private final SnapshotJson json;
    private final Clock time;
    private final String run = UUID.randomUUID().toString();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "station-pulse");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param time of the ward; in a replay the recorded one
     */
    WardChangePublisher(
            WardView ward, BedWatchdog watchdog, SseBroadcaster broadcaster, SnapshotJson json, Clock time) {
        this.ward = ward;
        this.watchdog = watchdog;
        this.broadcaster = broadcaster;
        this.json = json;
        this.time = time;
    }

    void start() {
        every(TICK, this::publishChanges);
        every(BEAT, this::publishHeartbeat);
        every(TIDY, () -> ward.forget(time.instant()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void publishChanges() {
        WardChanges changes = ward.changes(time.instant(), monotonicTime(), BED_GAP);
        if (changes.layout()) {
            broadcaster.broadcast(SseEvent.SNAPSHOT);
        }
        changes.beds().forEach(bed -> broadcaster.broadcast(event(bed, json)));
        changes.alerts()
                .forEach(alert ->
                        broadcaster.broadcast(SseEvent.ofAlert(alert.alert(), alert.bed(), () -> json.write(alert))));
    }

    /** Returns a time that no correction of the system clock sets back: a bed that changed must not wait until the clock has caught up. */
    private static Instant monotonicTime() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
    }

    /** Returns the event of a changed bed. Only readers with an own estimate get another text than all others. */
    static SseEvent event(BedSnapshot bed, SnapshotJson json) {
        return SseEvent.ofBed(
                bed.bed(),
                reader -> bed.isOwnOf(reader) ? reader : reader.anonymous(),
                reader -> json.write(bed.seenBy(reader)));
    }

    private void publishHeartbeat() {
        Instant now = time.instant();
        List<BedFreshnessSnapshot> unwatched = watchdog.unwatched(ward.occupiedBeds(now), now);
        var whole = new StationHeartbeat(
                run, monotonicTime().toEpochMilli(), ward.clock(now), ward.quality(), ward.service(now), unwatched);
        broadcaster.broadcast(SseEvent.pulse(scope -> json.write(whole.within(scope))));
    }

    /**
     * Holds the content of the heartbeat.
     *
     * @param run changes when the station is started again
     * @param sent milliseconds at which it was made, on a clock of this run that nobody corrects: a page that handles it late sees how late
     * @param unwatched beds whose readings are not processed
     */
    private record StationHeartbeat(
            String run,
            long sent,
            WardClockSnapshot clock,
            ReadingQualitySnapshot quality,
            AlarmServiceSnapshot service,
            List<BedFreshnessSnapshot> unwatched) {
        StationHeartbeat within(UnitScope scope) {
            var own =
                    unwatched.stream().filter(bed -> scope.coversBed(bed.bed())).toList();
            return new StationHeartbeat(run, sent, clock, quality, service.within(scope), own);
        }
    }

    /** Catches what a task throws: an executor never runs a task again that threw, and one bad record would stop the page. */
    private void every(Duration period, Runnable task) {
        Runnable safe = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("The station could not send changes to its pages; it tries again in {}", period, e);
            }
        };
        var unused = timer.scheduleAtFixedRate(safe, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }
}
