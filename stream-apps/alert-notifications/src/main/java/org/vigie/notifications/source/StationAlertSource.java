package org.vigie.notifications.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.vigie.notifications.config.StationWatchConfig;
import org.vigie.notifications.source.StationHealthReader.StationWatchAnswer;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.schemas.tls.ClientTlsConfig;

/**
 * Gives a notification when a station does not watch a bed, and another one when it watches it again. Only a station that watches says
 * which beds are watched again: one without an answer ends no notification. What was notified before a restart is not notified again, and
 * its end is.
 */
public final class StationAlertSource implements AlertSource {
    /** Pause before a notification that did not reach its receiver is given again. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final List<StationHealthReader> stations;
    private final Duration hold;
    private final Clock clock;
    private final Map<StationHealthReader, Map<String, WatchFailure>> failing = new LinkedHashMap<>();
    private final Map<String, WatchFailure> found = new LinkedHashMap<>();
    private final Map<String, WatchFailure> notified = new LinkedHashMap<>();
    private final Map<String, Instant> skippedAt = new LinkedHashMap<>();
    private long offset;

    StationAlertSource(
            List<StationHealthReader> stations, Duration hold, Clock clock, List<NotificationDelivery> openCalls) {
        this.stations = stations;
        this.hold = hold;
        this.clock = clock;
        stations.forEach(station -> failing.put(station, new LinkedHashMap<>()));
        openCalls.stream().map(WatchFailure::of).forEach(this::restore);
    }

    /**
     * Opens a source.
     *
     * @param tls whom the source trusts over https
     * @param openCalls calls that were sent before, and whose end was not
     */
    public static AlertSource open(
            StationWatchConfig config, ClientTlsConfig tls, Clock clock, List<NotificationDelivery> openCalls) {
        List<StationHealthReader> stations = config.addresses().stream()
                .map(station -> new StationHealthReader(station, config.token(), tls))
                .toList();
        return new StationAlertSource(stations, config.hold(), clock, openCalls);
    }

    /** Returns true for an alarm about a bed or a station that is not watched. */
    public static boolean isSourceOf(Alert alert) {
        return WatchFailure.isCause(alert);
    }

    private void restore(WatchFailure failure) {
        notified.put(failure.place(), failure);
        failing.forEach((station, failures) -> {
            if (station.mayWatch(failure)) {
                failures.put(failure.place(), failure);
            }
        });
    }

    /** Asks the stations and waits, so that they are asked about once per timeout. */
    @Override
    public Iterable<ConsumerRecord<String, Alert>> poll(Duration timeout) {
        pause(timeout);
        Instant now = clock.instant();
        stations.forEach(station -> ask(station, now));
        remember(failing.values().stream()
                .flatMap(failures -> failures.values().stream())
                .collect(Collectors.toMap(WatchFailure::place, each -> each, (one, other) -> one)));
        List<ConsumerRecord<String, Alert>> alerts = new ArrayList<>();
        ended().forEach(failure -> alerts.add(record(failure.toAlert(AlertStateRecord.CLEARED, now), now)));
        begun(now).forEach(failure -> alerts.add(record(failure.toAlert(AlertStateRecord.RAISED, now), now)));
        return alerts;
    }

    private void ask(StationHealthReader station, Instant now) {
        StationWatchAnswer answer = station.answer(now);
        Map<String, WatchFailure> failures = failing.get(station);
        if (answer.watching()) {
            Set<String> places =
                    answer.failures().stream().map(WatchFailure::place).collect(Collectors.toSet());
            failures.keySet().retainAll(places);
        }
        answer.failures().forEach(failure -> failures.putIfAbsent(failure.place(), failure));
    }

    private void remember(Map<String, WatchFailure> present) {
        found.keySet().retainAll(present.keySet());
        skippedAt.keySet().retainAll(present.keySet());
        present.forEach(found::putIfAbsent);
    }

    private List<WatchFailure> ended() {
        List<WatchFailure> ended = notified.values().stream()
                .filter(failure -> !found.containsKey(failure.place()))
                .toList();
        ended.forEach(failure -> notified.remove(failure.place()));
        return ended;
    }

    private List<WatchFailure> begun(Instant now) {
        List<WatchFailure> begun = found.values().stream()
                .filter(failure -> !failure.since().plus(hold).isAfter(now))
                .filter(failure -> isPauseOver(failure, now))
                .filter(failure -> !notified.containsKey(failure.place()))
                .toList();
        begun.forEach(failure -> notified.put(failure.place(), failure));
        return begun;
    }

    private boolean isPauseOver(WatchFailure failure, Instant now) {
        Instant skipped = skippedAt.get(failure.place());
        return skipped == null || !now.isBefore(skipped.plus(PAUSE));
    }

    /** Lets the bed or the station call again, unless it is watched by then. */
    @Override
    public void skipped(Alert alert) {
        notified.remove(alert.getBed());
        skippedAt.put(alert.getBed(), clock.instant());
    }

    @Override
    public boolean repeatsSkipped() {
        return true;
    }

    private ConsumerRecord<String, Alert> record(Alert alert, Instant now) {
        return new ConsumerRecord<>(
                "stations",
                0,
                offset++,
                now.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                alert.getAlert(),
                alert,
                new RecordHeaders(),
                Optional.empty());
    }

    private static void pause(Duration timeout) {
        try {
            TimeUnit.MILLISECONDS.sleep(timeout.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void commit() {}

    @Override
    public long waiting() {
        return 0;
    }

    @Override
    public void close() {}
}
