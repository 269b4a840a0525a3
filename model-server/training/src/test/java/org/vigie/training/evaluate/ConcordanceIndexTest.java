package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.training.label.StayOutcome;

class ConcordanceIndexTest {
    private static final StayOutcome DIED_ON_DAY_2 = new StayOutcome(true, 2, 2);
    private static final StayOutcome DIED_ON_DAY_9 = new StayOutcome(true, 9, 9);
    private static final StayOutcome SURVIVED = new StayOutcome(false, 12, Double.NaN);

    @Test
    void lowerSurvivalOfThoseWhoDieFirstIsFullConcordance() {
        // given
        var assessments = List.of(alive(0.2), alive(0.5), alive(0.9));
        var outcomes = List.of(DIED_ON_DAY_2, DIED_ON_DAY_9, SURVIVED);
        // when
        double value = new ConcordanceIndex(assessments, outcomes, 30).value();
        // then
        assertThat(value).isEqualTo(1);
    }

    @Test
    void aPredictionInTheOppositeOrderHasNoConcordanceAndATieCountsHalf() {
        // given
        var outcomes = List.of(DIED_ON_DAY_2, SURVIVED);
        // when
        double opposite = new ConcordanceIndex(List.of(alive(0.9), alive(0.2)), outcomes, 30).value();
        double tie = new ConcordanceIndex(List.of(alive(0.5), alive(0.5)), outcomes, 30).value();
        // then
        assertThat(opposite).isEqualTo(0);
        assertThat(tie).isEqualTo(0.5);
    }

    @Test
    void aDeathBehindTheHorizonIsNotCompared() {
        // given
        var outcomes = List.of(new StayOutcome(true, 40, 40), SURVIVED);
        // when
        double value = new ConcordanceIndex(List.of(alive(0.2), alive(0.9)), outcomes, 30).value();
        // then
        assertThat(value).isNaN();
    }

    private static SurvivalAssessment alive(double survival) {
        return new SurvivalAssessment(
                1 - survival,
                Double.NaN,
                Double.NaN,
                Collections.nCopies(30, survival),
                Double.NaN,
                0,
                false,
                SurvivalAssessment.NONE);
    }
}
