package org.vigie.training.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedMeasurement;
import org.vigie.training.cohort.RecordedStay;

class LabelledStayTest {
    private static final Variable HR = VariableCatalogue.standard().get("hr");
    private static final int COLUMN = HR.series().orElseThrow();

    @Test
    void aWindowAfterSomeHoursDoesNotSeeWhatCameLater() {
        // given
        LabelledStay whole = example(measured(2, 80), measured(7, 120), measured(30, 140));
        LabelledStay soFar = example(measured(2, 80));

        // when, then
        assertSame(whole.windowAfter(6), soFar.windowAfter(6));
    }

    @Test
    void theNewestHourStandsInTheLastRow() {
        // given
        LabelledStay example = example(measured(5, 90));

        // when
        ScoreRequest window = example.windowAfter(6);

        // then
        assertThat(window.values()[47 * HourlyGrid.SERIES + COLUMN]).isEqualTo(90);
        assertThat(window.measured()[47 * HourlyGrid.SERIES + COLUMN]).isOne();
    }

    @Test
    void hourFortyEightLiesBehindTheWindowOfFortyEightHours() {
        assertSame(
                example(measured(1, 80), measured(48, 150)).windowAfter(48),
                example(measured(1, 80)).windowAfter(48));
    }

    /** The stream feeds readings one by one, out of order, and scores on the way: the tensors are the same. */
    @Test
    void trainingUsesTheValuesThatTheLiveWindowWouldHold() {
        // given
        List<RecordedMeasurement> stay = IntStream.range(0, 200)
                .mapToObj(i -> measured(i % 48, 60 + i % 37))
                .toList();
        HourlyGrid live = new HourlyGrid();
        stay.forEach(m -> live.add((int) m.since().toHours(), COLUMN, m.value()));

        LabelledStay example = LabelledStay.of(new RecordedStay(1, StaticFeatures.UNKNOWN, stay), false);

        // when, then
        for (int hours : List.of(1, 6, 12, 24, 36, 48)) {
            assertSame(
                    example.windowAfter(hours),
                    ScoreRequest.of(WindowImputer.fill(live, hours - 1), StaticFeatures.UNKNOWN));
        }
    }

    @Test
    void aStayWithoutMeasurementsHasAWindowToo() {
        assertThat(example().windowAfter(48).measured()).containsOnly(0);
        assertThat(example().windowAfter(48).values()[COLUMN]).isEqualTo((float) HR.normal());
    }

    private static void assertSame(ScoreRequest one, ScoreRequest other) {
        assertThat(one.values()).isEqualTo(other.values());
        assertThat(one.measured()).isEqualTo(other.measured());
        assertThat(one.ages()).isEqualTo(other.ages());
        assertThat(one.statics()).isEqualTo(other.statics());
    }

    private static RecordedMeasurement measured(int hour, double value) {
        return new RecordedMeasurement(Duration.ofHours(hour).plusMinutes(7), HR, value);
    }

    private static LabelledStay example(RecordedMeasurement... measurements) {
        return LabelledStay.of(new RecordedStay(1, StaticFeatures.UNKNOWN, List.of(measurements)), false);
    }
}
