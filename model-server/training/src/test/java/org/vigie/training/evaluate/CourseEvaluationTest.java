package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.training.label.StayOutcome;

class CourseEvaluationTest {
    private static final StayOutcome LIVED = new StayOutcome(false, 4, Double.NaN);
    private static final StayOutcome DIED_LATER = new StayOutcome(false, 6, 200);

    @Test
    void theLengthIsJudgedWhereItIsKnown() {
        // when
        CourseEvaluation course = CourseEvaluation.of(
                List.of(assessment(0.9, 5), assessment(0.9, 10), assessment(0.9, 3)),
                List.of(LIVED, DIED_LATER, StayOutcome.of(true)));

        // then
        assertThat(course.losMae()).isEqualTo((1 + 4) / 2.0);
        assertThat(course.losStays()).isEqualTo(2);
    }

    @Test
    void theStayThatDiesFirstShouldHaveTheLowerCurve() {
        // given
        List<StayOutcome> outcomes =
                List.of(new StayOutcome(true, 2, 2), new StayOutcome(true, 9, 9), LIVED, DIED_LATER);

        // when, then
        assertThat(CourseEvaluation.of(curves(0.5, 0.7, 0.9, 0.9), outcomes).concordance())
                .isOne();
        assertThat(CourseEvaluation.of(curves(0.9, 0.7, 0.5, 0.5), outcomes).concordance())
                .isZero();
        assertThat(CourseEvaluation.of(curves(0.7, 0.7, 0.7, 0.7), outcomes).concordance())
                .isEqualTo(0.5);
        // Of the five pairs (2 d: three others; 9 d: two others) only the last two disagree.
        assertThat(CourseEvaluation.of(curves(0.5, 0.9, 0.8, 0.8), outcomes).concordance())
                .isEqualTo(0.6);
    }

    @Test
    void twoWhoDiedOnOneDayOrAfterTheHorizonAreNoPair() {
        assertThat(CourseEvaluation.of(
                                curves(0.5, 0.7), List.of(new StayOutcome(true, 2, 2), new StayOutcome(true, 2, 2)))
                        .concordance())
                .isNaN();
        assertThat(CourseEvaluation.of(curves(0.5, 0.7), List.of(DIED_LATER, LIVED))
                        .concordance())
                .isNaN();
    }

    @Test
    void theMeanCurveStandsBesideTheShareThatLived() {
        // when
        CourseEvaluation course = CourseEvaluation.of(curves(0.5, 1), List.of(new StayOutcome(true, 3, 3), LIVED));

        // then
        assertThat(course.days()).hasSize(30);
        assertThat(course.days().get(1)).isEqualTo(new CourseEvaluation.CourseDay(2, 0.75, 1));
        assertThat(course.days().get(2)).isEqualTo(new CourseEvaluation.CourseDay(3, 0.75, 0.5));
    }

    @Test
    void aModelWithoutAPredictedCourseHasNoCourseScores() {
        // when
        CourseEvaluation course = CourseEvaluation.of(List.of(SurvivalAssessment.of(0.3, 0.5)), List.of(LIVED));

        // then
        assertThat(course.losMae()).isNaN();
        assertThat(course.concordance()).isNaN();
        assertThat(course.days()).isEmpty();
    }

    @Test
    void whatGoesWrongIsComparedWithWhatWasRight() {
        // when
        DisturbanceResult disturbed = DisturbanceResult.of(
                "x", new float[] {0.2f, 0.8f, 0.4f, 0.6f}, new float[] {0.8f, 0.2f, 0.4f, 0.6f}, new boolean[] {
                    true, false, false, true
                });

        // then
        assertThat(disturbed.auroc()).isEqualTo(0.25);
        assertThat(disturbed.aurocChange()).isEqualTo(0.25 - 1);
        assertThat(disturbed.moved()).isEqualTo(0.3, within(1e-6));
    }

    private static List<SurvivalAssessment> curves(double... flat) {
        return IntStream.range(0, flat.length)
                .mapToObj(i -> assessment(flat[i], 1))
                .toList();
    }

    private static SurvivalAssessment assessment(double alive, double losDays) {
        return new SurvivalAssessment(
                0.5, 0.4, 0.6, Collections.nCopies(30, alive), losDays, 0.5, false, SurvivalAssessment.NONE);
    }
}
