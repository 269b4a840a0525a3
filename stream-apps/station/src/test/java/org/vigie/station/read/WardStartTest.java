package org.vigie.station.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.raised;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.StationWardSnapshot;
import org.vigie.station.ward.WardView;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests that no ward counts as watched before its open alarms are read. */
class WardStartTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private static final TopicPartition CLEAN = new TopicPartition("observations.clean", 0);
    private static final TopicPartition ALERTS = new TopicPartition("alerts.current", 0);
    private static final TopicPartition EMPTY = new TopicPartition("alerts.ledger", 0);

    private final BedStory monitor = new WardStory().bed("REA/01", "s1");
    private final WardView ward = new WardView(StalenessConfig.defaults(), List.of(), 1, T0);
    private StartReading reading;

    @BeforeEach
    void start() {
        var start = WardStart.begin(ward, BedWatchdog.ofReadPartitions(T0), () -> T0);
        reading = new StartReading(Map.of(CLEAN, 10L, ALERTS, 100_000L, EMPTY, 0L), start::finish);
    }

    @Test
    void aWardWhoseReadingsAreReadAndWhoseAlarmsAreNotIsNotWatched() {
        // when
        readObservations();

        // then
        assertThat(picture().clock())
                .returns(false, clock -> clock.watched())
                .returns("STARTING", clock -> clock.reason());
        assertThat(reading.readiness().check().isUp()).isFalse();
    }

    @Test
    void theFirstWardThatIsWatchedHoldsTheOpenAlarm() {
        // given
        readObservations();

        // when
        reading.reach(Map.of(CLEAN, 12L, ALERTS, 99_999L, EMPTY, 0L));

        // then
        assertThat(picture().clock().watched()).isFalse();

        // when: the last record of before the start
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        reading.reach(Map.of(CLEAN, 12L, ALERTS, 100_000L, EMPTY, 0L));

        // then
        assertThat(picture().clock()).returns(true, clock -> clock.watched()).returns(null, clock -> clock.reason());
        assertThat(picture().alerts()).extracting(AlertSnapshot::alert).containsExactly("a1");
        assertThat(reading.readiness().check().isUp()).isTrue();
    }

    @Test
    void theEndOfTheStartSendsTheWholeWardToThePages() {
        // given
        readObservations();
        ward.changes(T0, Duration.ZERO);

        // when
        reading.reach(Map.of(CLEAN, 12L, ALERTS, 100_000L, EMPTY, 0L));

        // then
        assertThat(ward.changes(T0, Duration.ZERO).layout()).isTrue();
    }

    @Test
    void whatComesLaterDoesNotStartTheWardAgain() {
        // given
        readObservations();
        reading.reach(Map.of(CLEAN, 10L, ALERTS, 100_000L, EMPTY, 0L));

        // when: the reader goes back to a record that could not be handled
        reading.reach(Map.of(CLEAN, 9L, ALERTS, 100_000L, EMPTY, 0L));

        // then
        assertThat(picture().clock().watched()).isTrue();
    }

    private void readObservations() {
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        reading.reach(Map.of(CLEAN, 10L, ALERTS, 0L, EMPTY, 0L));
    }

    private StationWardSnapshot picture() {
        return ward.snapshot(T0.plusSeconds(1));
    }
}
