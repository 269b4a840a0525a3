package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.testing.story.WardStory;

/** Tests the clock offsets that the messages of a bed's devices show. */
class ClockTopologyTest {
    private static final Map<String, Double> WELL = Map.of("hr", 70.0, "spo2", 97.0);
    /** Last second that fits into 32 bits. */
    private static final Instant OVERFLOW = Instant.parse("2038-01-19T03:14:07Z");

    private AlertTopologyDriver alerts = new AlertTopologyDriver();
    private final List<CleanObservation> right =
            new WardStory().bed("1").steady(200, WELL).cleanObservations();
    private long rejected;

    @AfterEach
    void close() {
        alerts.close();
    }

    /** Returns two readings of one message that was received after {@code second} seconds. */
    private void refused(String device, int second, Instant measuredAt) {
        Instant received = WardStory.START.plusSeconds(second);
        for (String variable : List.of("hr", "spo2")) {
            alerts.tell(refused(device, received, received.plusMillis(5), measuredAt, variable));
        }
    }

    private RejectedReading refused(
            String device, Instant received, Instant published, Instant measuredAt, String variable) {
        return RejectedReading.newBuilder()
                .setStay("stay-1")
                .setBed("REA/1")
                .setSource("story")
                .setDevice(device)
                .setMessageId("m-" + received)
                .setReceivedTime(received)
                .setPublishedAt(published)
                .setOrigin(
                        new Origin(AlertTopologyDriver.TOPICS.observationsRaw().name(), 0, 10_000 + rejected++, 0))
                .setReading(ReadingRecord.newBuilder()
                        .setVariable(variable)
                        .setValue(80.0)
                        .setUnit("/min")
                        .setStatus(MeasurementStatusRecord.VALID)
                        .setMeasuredAt(measuredAt)
                        .build())
                .setReason(CleaningReasonRecord.FUTURE_TIME)
                .setDetail("")
                .build();
    }

    private List<String> told() {
        return AlertTopologyDriver.told(alerts.ledger());
    }

    @Test
    void oneMessageFromTheFutureIsNoWrongClock() {
        // given
        alerts.tell(right.subList(0, 30));
        refused("monitor-1", 30, OVERFLOW);

        // when
        alerts.tell(right.subList(31, 200));

        // then
        assertThat(told()).isEmpty();
    }

    @Test
    void oneMessageAMinuteFromTheFutureIsNoWrongClock() {
        // when
        for (int second = 0; second < 200; second++) {
            if (second % 60 == 30) {
                refused("monitor-1", second, OVERFLOW);
            } else {
                alerts.tell(right.subList(second, second + 1));
            }
        }

        // then
        assertThat(told()).isEmpty();
    }

    @Test
    void aClockThatStaysAheadIsSaidWithItsOffsetAndEndsWhenItIsRight() {
        // given
        alerts.tell(right.subList(0, 30));
        refused("monitor-1", 30, OVERFLOW);

        // when
        for (int second = 31; second < 40; second++) {
            refused("monitor-1", second, WardStory.START.plusSeconds(second).plus(Duration.ofMinutes(20)));
        }
        alerts.tell(right.subList(40, 60));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly("REA/1 clock_wrong RAISED LOW", "REA/1 clock_wrong CLEARED LOW");
        assertThat(ledger.get(0).getMessageEn()).isEqualTo("Monitor's clock: off by 20 min");
        assertThat(ledger.get(0).getMessageFr()).isEqualTo("Horloge du moniteur : écart de 20 min");
    }

    @Test
    void aClockThatIsYearsAheadIsOffByDays() {
        // when
        for (int second = 0; second < 5; second++) {
            refused("monitor-1", second, WardStory.START.plus(Duration.ofDays(4_000)));
        }

        // then
        assertThat(alerts.ledger())
                .singleElement()
                .satisfies(raised -> assertThat(raised.getMessageEn()).isEqualTo("Monitor's clock: off by 3999 d"));
    }

    @Test
    void aClockThatAgreesAgainEndsThoughItsDeviceSpeaksSeldom() {
        // given
        for (int second = 0; second < 5; second++) {
            refused("monitor-1", second, OVERFLOW);
        }
        var seldom = new WardStory().bed("1").silent(Duration.ofMinutes(1));
        for (int message = 0; message < 5; message++) {
            seldom.steady(1, WELL).silent(Duration.ofMinutes(5));
        }

        // when
        alerts.tell(seldom.cleanObservations());

        // then
        assertThat(told()).containsExactly("REA/1 clock_wrong RAISED LOW", "REA/1 clock_wrong CLEARED LOW");
    }

    @Test
    void aSecondDevicesWrongClockIsSaidBesideAMonitorWhoseClockIsRight() {
        // when
        for (int second = 0; second < 60; second++) {
            alerts.tell(right.subList(second, second + 1));
            if (second % 10 == 5) {
                refused(
                        "ventilator",
                        second,
                        WardStory.START.plusSeconds(second).plus(Duration.ofHours(3)));
            }
        }

        // then
        assertThat(alerts.ledger())
                .singleElement()
                .satisfies(raised -> assertThat(raised.getMessageEn()).isEqualTo("Monitor's clock: off by 3 h"));
    }

    @Test
    void aMessageThatClaimsToHaveComeInTheFutureDoesNotCarryTheLedgerThere() {
        // given
        for (int each = 0; each < 5; each++) {
            Instant published = WardStory.START.plusSeconds(each);
            alerts.tell(refused("monitor-1", OVERFLOW.plusSeconds(each), published, OVERFLOW, "hr"));
        }

        // when
        alerts.tell(right.subList(10, 40));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly("REA/1 clock_wrong RAISED LOW", "REA/1 clock_wrong CLEARED LOW");
        assertThat(ledger).allSatisfy(entry -> assertThat(entry.getAt()).isBefore(WardStory.START.plusSeconds(60)));
    }

    @Test
    void whatComesAgainAfterARestartCountsOnce() {
        // given
        refused("monitor-1", 30, OVERFLOW);
        alerts = alerts.restarted(alerts.stored());
        refused("monitor-1", 30, OVERFLOW);
        alerts = alerts.restarted(alerts.stored());

        // when
        refused("monitor-1", 30, OVERFLOW);

        // then
        assertThat(told()).isEmpty();
    }
}
