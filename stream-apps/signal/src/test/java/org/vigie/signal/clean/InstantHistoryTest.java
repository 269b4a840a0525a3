package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Tests that an older second of a stream is retracted once and exactly. */
class InstantHistoryTest {
    private static final Instant START = CleanedDeviceStory.START;

    private final Map<Instant, List<InstantHistory.ChannelReport>> store = new HashMap<>();
    private final List<Double> inTheHour = new ArrayList<>();
    private DeviceChannels channels = DeviceChannels.SILENT;
    private Instant now = START;

    @Test
    void anOlderSecondOfAStreamIsTakenBackOnce() {
        // when
        stream(3_600);

        // then
        assertThat(send(START.plusSeconds(7), Double.NaN, MeasurementStatus.RETRACTED))
                .isEqualTo(CleaningReason.RETRACTED);
        assertThat(send(START.plusSeconds(7), Double.NaN, MeasurementStatus.RETRACTED))
                .isEqualTo(CleaningReason.NOTHING_TO_RETRACT);

        assertThat(inTheHour).hasSize(3_599);
    }

    @Test
    void anOlderSecondIsCorrectedAndThenTakenBack() {
        // given
        stream(600);
        Instant then = START.plusSeconds(7);

        // when, then
        assertThat(send(then, 99, MeasurementStatus.CORRECTED).outcome()).isEqualTo(CleaningOutcome.KEPT);
        assertThat(inTheHour).hasSize(600).contains(99.0);

        // when
        stream(600);

        // then
        assertThat(send(then, 98, MeasurementStatus.CORRECTED).outcome()).isEqualTo(CleaningOutcome.KEPT);
        assertThat(inTheHour).hasSize(1_200).contains(98.0).doesNotContain(99.0);

        // when
        stream(600);

        // then
        assertThat(send(then, Double.NaN, MeasurementStatus.RETRACTED)).isEqualTo(CleaningReason.RETRACTED);

        assertThat(inTheHour).hasSize(1_799).doesNotContain(98.0);
    }

    @Test
    void anOlderSecondThatIsSentAgainIsADuplicateAndAfterItsRetractionIsRejected() {
        // given
        stream(600);
        Instant then = START.plusSeconds(7);

        // when, then
        assertThat(send(then, value(7), MeasurementStatus.VALID)).isEqualTo(CleaningReason.DUPLICATE);

        // when
        send(then, value(7), MeasurementStatus.RETRACTED);
        stream(600);

        // then
        assertThat(send(then, value(7), MeasurementStatus.VALID)).isEqualTo(CleaningReason.RETRACTED_BEFORE);
    }

    @Test
    void severalOlderSecondsAreTakenBackInOneMessage() {
        // given
        stream(600);
        List<Reading> message = new ArrayList<>();

        // when
        for (int second = 100; second < 200; second++) {
            message.add(reading(START.plusSeconds(second), Double.NaN, MeasurementStatus.RETRACTED));
        }

        // then
        assertThat(send(message)).containsOnly(CleaningReason.RETRACTED);

        assertThat(inTheHour).hasSize(500);
    }

    @Test
    void ofABatchOfAMinuteEachSecondIsKeptUntilTheNextMessageDropsWhatIsBeyondTheLimit() {
        // given
        List<Reading> batch = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            batch.add(reading(START.plusSeconds(second), value(second), MeasurementStatus.VALID));
        }
        now = START.plusSeconds(60);
        send(batch);

        // when
        stream(5);

        // then
        assertThat(channels.byKey().get(new ChannelKey("hr", "")).seen().reported())
                .hasSizeLessThan(20);
        assertThat(send(START.plusSeconds(30), Double.NaN, MeasurementStatus.RETRACTED))
                .isEqualTo(CleaningReason.RETRACTED);
    }

    @Test
    void whatIsChartedLeavesNothingBehind() {
        // given
        Reading urine = CleanedDeviceStory.reading("urine", 50, START);

        // when, then
        assertThat(InstantHistory.of(List.of(urine))).isEmpty();
    }

    /**
     * After any sequence of values, corrections and retractions, the retraction of all values leaves nothing in the hour. No value is
     * removed twice.
     */
    @Property(tries = 200, seed = "1")
    void aRetractedValueIsRemovedOnceAndTheOthersStay(
            @ForAll @Size(max = 150) List<@IntRange(min = 0, max = 2) Integer> doings,
            @ForAll @Size(min = 150, max = 150) List<@IntRange(min = 0, max = 40) Integer> ages) {
        // given
        Instant first = now;
        for (int index = 0; index < doings.size(); index++) {
            stream(1);
            Instant then = now.minusSeconds(1L + ages.get(index));
            switch (doings.get(index)) {
                case 0 -> send(then, Double.NaN, MeasurementStatus.RETRACTED);
                case 1 -> send(then, 90 + ages.get(index), MeasurementStatus.CORRECTED);
                default -> send(then, value(ages.get(index)), MeasurementStatus.VALID);
            }
        }
        // when
        for (Instant at = first.minusSeconds(50); at.isBefore(now); at = at.plusSeconds(1)) {
            send(at, Double.NaN, MeasurementStatus.RETRACTED);
        }

        // then
        assertThat(inTheHour).isEmpty();
        inTheHour.clear();
        store.clear();
        channels = DeviceChannels.SILENT;
    }

    private void stream(int seconds) {
        for (int second = 0; second < seconds; second++) {
            send(now, value(second), MeasurementStatus.VALID);
            now = now.plusSeconds(1);
        }
    }

    private static double value(int second) {
        return 70 + second % 5;
    }

    private CleaningReason send(Instant at, double value, MeasurementStatus status) {
        return send(List.of(reading(at, value, status))).get(0);
    }

    private static Reading reading(Instant at, double value, MeasurementStatus status) {
        return new Reading("hr", value, "", "/min", status, at);
    }

    /** Processes a message as vitals-streams does. */
    private List<CleaningReason> send(List<Reading> message) {
        Set<Instant> instants = InstantHistory.of(message);
        Map<Instant, List<InstantHistory.ChannelReport>> held = new HashMap<>(store);
        held.keySet().retainAll(instants);
        var before = new InstantHistory(held);
        Instant received = now.plus(Duration.ofMillis(1));
        CleaningResult judged = ReadingCleaner.judge(message, new ArrivalTimes(received, received), channels, before);
        channels = judged.channels();
        store.putAll(before.after(message, judged.reasons(), channels).byInstant());
        sum(message, judged);
        return judged.reasons();
    }

    private void sum(List<Reading> message, CleaningResult judged) {
        for (int index = 0; index < message.size(); index++) {
            for (double withdrawn : judged.verdicts().get(index).withdrawn()) {
                assertThat(inTheHour.remove(withdrawn)).isTrue();
            }
            if (judged.verdicts().get(index).outcome() == CleaningOutcome.KEPT) {
                inTheHour.add(message.get(index).value());
            }
        }
    }
}
