package org.vigie.notifications.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.vigie.notifications.config.StationWatchConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.tls.ClientTlsConfig;

/**
 * Gives a notification when a station does not watch a bed, and another one when it watches it again. After a restart what still holds is
 * notified once more.
 */
public final class StationAlertSource implements AlertSource {
    private final List<StationHealthReader> stations;
    private final Duration hold;
    private final Clock clock;
    private final Map<String, WatchFailure> found = new LinkedHashMap<>();
    private final Map<String, WatchFailure> notified = new LinkedHashMap<>();
    private long offset;

    StationAlertSource(List<StationHealthReader> stations, Duration hold, Clock clock) {
        this.stations = stations;
        this.hold = hold;
        this.clock = clock;
    }

    /** @param tls whom the source trusts over https */
    public static AlertSource open(StationWatchConfig config, ClientTlsConfig tls, Clock clock) {
        List<StationHealthReader> stations = config.addresses().stream()
                .map(station -> new StationHealthReader(station, config.token(), tls))
                .toList();
        return new StationAlertSource(stations, config.hold(), clock);
    }

    /** Asks the stations and waits, so that they are asked about once per timeout. */
    @Override
    public Iterable<ConsumerRecord<String, Alert>> poll(Duration timeout) {
        pause(timeout);
        Instant now = clock.instant();
        remember(stations.stream()
                .flatMap(station -> station.failures(now).stream())
                .collect(Collectors.toMap(WatchFailure::place, each -> each, (one, other) -> one)));
        List<ConsumerRecord<String, Alert>> alerts = new ArrayList<>();
        ended().forEach(failure -> alerts.add(record(failure.toAlert(AlertStateRecord.CLEARED, now), now)));
        begun(now).forEach(failure -> alerts.add(record(failure.toAlert(AlertStateRecord.RAISED, now), now)));
        return alerts;
    }

    private void remember(Map<String, WatchFailure> present) {
        found.keySet().retainAll(present.keySet());
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
                .filter(failure -> !notified.containsKey(failure.place()))
                .toList();
        begun.forEach(failure -> notified.put(failure.place(), failure));
        return begun;
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
