package org.vigie.station.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.schemas.CleanObservation;
import org.vigie.station.replay.ReplaySnapshot;

/** Computes the ward's time and judges whether readings arrive and alarms are computed from them. */
public final class WardWatchdog {
    private static final Duration REPLAY_FROM = Duration.ofMinutes(1);

    private final Duration silence;
    private final StationWardClock clock;
    private final AlarmWatchdog alarms;
    private boolean readerFailed;
    private boolean isStarting;
    private Optional<Supplier<ReplaySnapshot>> replay = Optional.empty();

    /**
     * @param fastest seconds of the ward per second of the wall, at most
     * @param started wall time since which the station listens
     */
    public WardWatchdog(StalenessConfig limits, double fastest, Instant started) {
        silence = limits.input();
        clock = new StationWardClock(fastest);
        alarms = new AlarmWatchdog(limits.alarms(), started);
    }

    public void take(CleanObservation observation) {
        clock.advance(observation.getReceivedTime(), observation.getPublishedAt());
        alarms.reading(observation.getPublishedAt());
    }

    /** @param sentAt when the broker took it */
    public void triage(Instant sentAt) {
        alarms.triage(sentAt);
    }

    /** Counts the ward as not watched until {@link #started}: an open alarm may still be unread. */
    public void starts() {
        isStarting = true;
    }

    public void started() {
        isStarting = false;
    }

    public void readerFailed(boolean failed) {
        readerFailed = failed;
    }

    /** Marks the ward as a replay, which says where it is. */
    public void showReplay(Supplier<ReplaySnapshot> shown) {
        replay = Optional.of(shown);
    }

    /** The ward's time; empty before the first record. */
    public Optional<Instant> now(Instant wall) {
        return clock.now(wall);
    }

    /** Seconds of the ward per second of the wall, at present. */
    public double speed() {
        return clock.speed();
    }

    public WardClockSnapshot snapshot(Instant wall) {
        Optional<Instant> now = clock.now(wall);
        Optional<String> reason = whyUnwatched(wall);
        Optional<ReplaySnapshot> study = replay.map(Supplier::get);
        boolean isPast = now.filter(at -> Duration.between(at, wall).abs().compareTo(REPLAY_FROM) > 0)
                .isPresent();
        return new WardClockSnapshot(
                now.map(Instant::toEpochMilli).orElse(null),
                wall.toEpochMilli(),
                clock.speed() * study.map(ReplaySnapshot::secondsPerSecond).orElse(1.0),
                isPast || study.isPresent(),
                reason.isEmpty(),
                reason.orElse(null),
                clock.lastArrival().map(Instant::toEpochMilli).orElse(null),
                alarms.noTriageSince(wall)
                        .filter(since -> reason.isEmpty())
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                study.orElse(null));
    }

    private Optional<String> whyUnwatched(Instant wall) {
        if (readerFailed) {
            return Optional.of("READER_FAILED");
        }
        if (isStarting) {
            return Optional.of(WardClockSnapshot.STARTING);
        }
        boolean silent = clock.lastArrival()
                .map(last -> Duration.between(last, wall).compareTo(silence) > 0)
                .orElse(true);
        return silent ? Optional.of("NO_INPUT") : Optional.empty();
    }
}
