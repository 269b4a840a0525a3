package org.vigie.training.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.RecipeFileParser;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedMeasurement;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.feature.LabelledStay;

/** Prepares a stay for training with the imputer that ships. */
class TrainingStayPreparerIT {
    private static final Path IMPUTER = Path.of(System.getProperty("vigie.repository"), "model-server/imputers/1");
    private static final Variable HEART_RATE = VariableCatalogue.standard().get("hr");
    private static final Variable SODIUM = VariableCatalogue.standard().get("sodium");
    private static final int RATE = HEART_RATE.series().orElseThrow();
    private static final String BOTH = "training: {clean: RETROSPECTIVE, impute: TWO_SIDED}";

    private static TrainingStayPreparer both;

    @BeforeAll
    static void open() {
        both = TrainingStayPreparer.open(windows(BOTH), IMPUTER);
    }

    @AfterAll
    static void close() {
        both.close();
    }

    @Test
    void anHourBetweenTwoMeasurementsHoldsAnEstimateAndStaysUnmeasured() {
        // given: a rate of 60 in the first hour and of 120 in the last two of six
        RecordedStay stay = stay(60, 120);
        // when
        ScoreRequest window = prepared(both, stay).windowAfter(6);
        // then: the last value would be 60
        int between = cell(43 + 2);
        assertThat(window.values()[between]).isBetween(75F, 125F);
        assertThat(window.measured()[between]).isZero();
        assertThat(window.ages()[between]).isEqualTo(3);
        assertThat(window.values()[cell(47)]).isEqualTo(120);
    }

    @Test
    void aWindowHoldsNothingOfLaterHours() {
        // when: only the rate after the fourth hour differs
        float[] one = prepared(both, stay(60, 120)).windowAfter(4).values();
        float[] other = prepared(both, stay(60, 50)).windowAfter(4).values();
        // then
        assertThat(one).containsExactly(other);
    }

    @Test
    void anArtefactThatLaterValuesShowIsNotMeasured() {
        // given
        List<RecordedMeasurement> sodium = new ArrayList<>();
        for (int hour = 0; hour < 6; hour++) {
            sodium.add(new RecordedMeasurement(Duration.ofHours(hour), SODIUM, hour == 2 ? 14 : 140));
        }
        // when
        ScoreRequest window;
        try (TrainingStayPreparer preparer =
                TrainingStayPreparer.open(windows("training: {clean: RETROSPECTIVE}"), IMPUTER)) {
            window = prepared(preparer, new RecordedStay(1, StaticFeatures.UNKNOWN, sodium))
                    .windowAfter(6);
        }
        // then
        int slip = (43 + 1) * HourlyGrid.SERIES + SODIUM.series().orElseThrow();
        assertThat(window.measured()[slip]).isZero();
        assertThat(window.values()[slip]).isEqualTo(140);
    }

    @Test
    void anImputerOfOtherWindowsIsRefused() {
        WindowImputer windows = windows("range: {hr: [20, 250]}\n" + BOTH);
        assertThatThrownBy(() -> TrainingStayPreparer.open(windows, IMPUTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("training.impute: ")
                .hasMessageEndingWith("or use LAST_VALUE");
    }

    private static LabelledStay prepared(TrainingStayPreparer preparer, RecordedStay stay) {
        List<LabelledStay> labelled = List.of(LabelledStay.of(stay, true));
        return preparer.prepared(List.of(stay), labelled).get(0);
    }

    private static WindowImputer windows(String rules) {
        return new WindowImputer(
                new RecipeFileParser("careful.yaml", "recipe: careful\nrevision: 1\n" + rules + "\n").parse());
    }

    private static RecordedStay stay(double first, double last) {
        return new RecordedStay(1, StaticFeatures.UNKNOWN, List.of(rate(0, first), rate(4, last), rate(5, last)));
    }

    private static RecordedMeasurement rate(int hour, double value) {
        return new RecordedMeasurement(Duration.ofHours(hour), HEART_RATE, value);
    }

    private static int cell(int row) {
        return row * HourlyGrid.SERIES + RATE;
    }
}
