package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.stay.ValueSnapshot;

/** Tests that a change of a value is shown in whatever order both are read: a station reads the last minutes before the two days before. */
class ShownChangeTest extends WardViewStory {
    private static final long SEED = 20_261_130;
    private static final int ROUNDS = 60;
    private static final WardViewConfig SETTINGS = WardViewConfig.of(StalenessConfig.defaults());
    private static final Instant LATER = T0.plusSeconds(1_800);
    private static final Instant RESTART = LATER.plusSeconds(60);

    @Test
    void aValueThatIsReadAfterItsRetractionIsNotShown() {
        // given
        CleanObservation value =
                monitor.at(T0).kept("potassium", 4.1).kept("hr", 84).clean();
        CleanObservation change = monitor.at(LATER)
                .withdrawn("potassium", 4.1, T0)
                .withdrawn("hr", 84, T0)
                .clean();

        // when
        restartedWith(List.of(change), List.of(value));

        // then
        assertThat(shown("potassium"))
                .returns(null, ValueSnapshot::value)
                .returns(null, ValueSnapshot::last)
                .returns("RETRACTED", ValueSnapshot::because);
        assertThat(ward.trend("REA/01", 1, RESTART).orElseThrow().lines()).isEmpty();
    }

    @Test
    void aValueThatIsReadAfterItsCorrectionStaysCorrected() {
        // given
        CleanObservation value =
                monitor.at(T0).kept("potassium", 4.1).kept("hr", 184).clean();
        CleanObservation change = monitor.at(LATER)
                .corrected("potassium", 4.1, 6.8, T0)
                .corrected("hr", 184, 84, T0)
                .clean();

        // when
        restartedWith(List.of(change), List.of(value));

        // then
        assertThat(shown("potassium"))
                .returns(6.8, ValueSnapshot::value)
                .returns(T0.toEpochMilli(), ValueSnapshot::measuredAt);
        assertThat(ward.trend("REA/01", 1, RESTART).orElseThrow().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.kept().high()).containsExactly(84f));
    }

    @Test
    void aCorrectionOfACorrectionIsShownAlthoughBothValuesAreReadAfterIt() {
        // given
        CleanObservation value = monitor.at(T0).kept("potassium", 4.1).clean();
        CleanObservation first = monitor.at(T0.plusSeconds(600))
                .corrected("potassium", 4.1, 6.8, T0)
                .clean();
        CleanObservation second =
                monitor.at(LATER).corrected("potassium", 6.8, 5.2, T0).clean();

        // when
        restartedWith(List.of(second), List.of(value, first));

        // then
        assertThat(shown("potassium").value()).isEqualTo(5.2);
    }

    @Test
    void aCorrectionIsShownWhenTheFirstValueLiesTooFarBackToBeRead() {
        // when
        restartedWith(
                List.of(monitor.at(LATER).corrected("potassium", 4.1, 6.8, T0).clean()), List.of());

        // then
        assertThat(shown("potassium").value()).isEqualTo(6.8);
    }

    @Test
    void aNewerValueThatIsReadAfterARetractionIsShown() {
        // given
        CleanObservation value = monitor.at(T0).kept("potassium", 4.1).clean();
        CleanObservation newer =
                monitor.at(T0.plusSeconds(60)).kept("potassium", 4.4).clean();
        CleanObservation change =
                monitor.at(LATER).withdrawn("potassium", 4.1, T0).clean();

        // when
        restartedWith(List.of(change), List.of(value, newer));

        // then
        assertThat(shown("potassium").value()).isEqualTo(4.4);
    }

    @Test
    void aValueOfTheSameInstantThatIsSentAfterTheRetractionIsShown() {
        // given
        CleanObservation value = monitor.at(T0).kept("potassium", 4.1).clean();
        CleanObservation change =
                monitor.at(LATER).withdrawn("potassium", 4.1, T0).clean();
        CleanObservation again = monitor.at(LATER).kept("potassium", 6.8, T0).clean();

        // when
        restartedWith(List.of(change, again), List.of(value));

        // then
        assertThat(shown("potassium").value()).isEqualTo(6.8);
    }

    @Test
    void aValueOfAnotherSourceThatIsReadAfterItsRetractionIsNotShownBesideTheOthers() {
        // given
        CleanObservation value = monitor.at(LATER)
                .kept("rr", 31)
                .from("ECG", false)
                .kept("rr", 12)
                .from("CO2", true)
                .clean();
        CleanObservation change = monitor.at(LATER.plusSeconds(1))
                .withdrawn("rr", 31, LATER)
                .from("ECG", false)
                .clean();

        // when
        restartedWith(List.of(change), List.of(value));

        // then
        assertThat(bed("REA/01", LATER.plusSeconds(2)).others())
                .singleElement()
                .satisfies(other -> assertThat(other)
                        .returns(null, ValueSnapshot::value)
                        .returns("RETRACTED", ValueSnapshot::because));
        assertThat(value("REA/01", LATER.plusSeconds(2)).value()).isEqualTo(12);
    }

    @Test
    void aStartAtAnyRecordShowsWhatAStationShowsThatReadAllInOrder() {
        // given
        var random = new Random(SEED);

        for (int round = 0; round < ROUNDS; round++) {
            List<CleanObservation> records = changedResults(random);
            int start = random.nextInt(records.size());
            List<CleanObservation> fromThePresent = Stream.concat(
                            records.stream().skip(start), records.stream().limit(start))
                    .toList();

            // when
            List<ValueSnapshot> inOrder = valuesAfter(records);
            List<ValueSnapshot> afterTheStart = valuesAfter(fromThePresent);

            // then
            assertThat(afterTheStart)
                    .as("seed %d, round %d, start at %d", SEED, round, start)
                    .usingRecursiveComparison()
                    .comparingOnlyFields("variable", "value", "measuredAt", "verdict", "stale")
                    .isEqualTo(inOrder);
        }
    }

    /** Results of three instants, each sent, and corrected or retracted at random afterwards. */
    private List<CleanObservation> changedResults(Random random) {
        List<CleanObservation> records = new ArrayList<>();
        double[] standing = new double[3];
        for (int number = 0; number < 12; number++) {
            int instant = random.nextInt(3);
            Instant measured = T0.plusSeconds(60L * instant);
            Instant received = T0.plusSeconds(300 + number);
            double value = 3 + number / 10.0;
            var message = monitor.at(received);
            if (standing[instant] == 0) {
                message.kept("potassium", value, measured);
                standing[instant] = value;
            } else if (random.nextBoolean()) {
                message.corrected("potassium", standing[instant], value, measured);
                standing[instant] = value;
            } else {
                message.withdrawn("potassium", standing[instant], measured);
                standing[instant] = 0;
            }
            records.add(message.clean());
        }
        return records;
    }

    private static List<ValueSnapshot> valuesAfter(List<CleanObservation> records) {
        var view = new WardView(SETTINGS, List.of(), 1, T0);
        view.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        records.forEach(view::take);
        return view.snapshot(RESTART).beds().get(0).values();
    }

    private void restartedWith(List<CleanObservation> present, List<CleanObservation> past) {
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        present.forEach(ward::take);
        past.forEach(ward::take);
    }

    private ValueSnapshot shown(String variable) {
        return bed("REA/01", RESTART).values().stream()
                .filter(value -> value.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }
}
