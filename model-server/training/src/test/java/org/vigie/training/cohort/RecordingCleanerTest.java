package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingCleanerTest {
    private final Map<UnusedRowReason, Integer> faults = new EnumMap<>(UnusedRowReason.class);
    private final RecordingCleaner cleaner = new RecordingCleaner(faults);

    @Test
    void valuesComeOutInTheOrderOfTimeWhateverTheOrderOfTheRows() {
        // given
        cleaner.add(Duration.ofHours(2), "hr", 82, "/min");
        cleaner.add(Duration.ofHours(1), "hr", 80, "/min");

        // when
        List<RecordedMeasurement> kept = cleaner.cleanedMeasurements();

        // then
        assertThat(kept).extracting(RecordedMeasurement::value).containsExactly(80.0, 82.0);
        assertThat(kept.get(0).since()).isEqualTo(Duration.ofHours(1));
        assertThat(faults).isEmpty();
    }

    @Test
    void anImpossibleValueIsDroppedAndCounted() {
        // given
        cleaner.add(Duration.ofHours(1), "temp", 400, "Cel");
        cleaner.add(Duration.ofHours(2), "temp", 37, "Cel");

        // when, then
        assertThat(cleaner.cleanedMeasurements())
                .extracting(RecordedMeasurement::value)
                .containsExactly(37.0);
        assertThat(faults).containsExactly(Map.entry(UnusedRowReason.OUT_OF_RANGE, 1));
    }

    @Test
    void theSameValueOfTheSameTimeCountsOnce() {
        // given
        cleaner.add(Duration.ofHours(1), "hr", 80, "/min");
        cleaner.add(Duration.ofHours(1), "hr", 80, "/min");

        // when, then
        assertThat(cleaner.cleanedMeasurements()).hasSize(1);
        assertThat(faults).containsExactly(Map.entry(UnusedRowReason.DUPLICATE, 1));
    }

    @Test
    void aMistakenEntryIsLeftOutAsOnTheWard() {
        // given
        cleaner.add(Duration.ofHours(1), "platelets", 240, "10*3/uL");
        cleaner.add(Duration.ofHours(2), "platelets", 2300, "10*3/uL");
        cleaner.add(Duration.ofHours(3), "platelets", 250, "10*3/uL");

        // when, then
        assertThat(cleaner.cleanedMeasurements())
                .extracting(RecordedMeasurement::value)
                .containsExactly(240.0, 250.0);
        assertThat(faults).containsExactly(Map.entry(UnusedRowReason.SPIKE, 1));
    }

    @Test
    void aValueInAnotherUnitIsKeptInThatOfTheCatalogue() {
        // given
        cleaner.add(Duration.ofHours(1), "temp", 98.6, "[degF]");

        // when
        List<RecordedMeasurement> kept = cleaner.cleanedMeasurements();

        // then
        assertThat(kept.get(0).value()).isCloseTo(37, within(0.01));
    }
}
