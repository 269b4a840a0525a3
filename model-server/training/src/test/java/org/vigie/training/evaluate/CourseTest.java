package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.Assessment;
import org.vigie.training.label.Outcome;

class CourseTest {
    private static final Outcome LIVED = new Outcome(false, 4, Double.NaN);
    private static final Outcome DIED_LATER = new Outcome(false, 6, 200);

    @Test
    void theLengthIsJudgedWhereItIsKnown() {
        Course course = Course.of(
                List.of(said(0.9, 5), said(0.9, 10), said(0.9, 3)), List.of(LIVED, DIED_LATER, Outcome.of(true)));

        assertThat(course.losMae()).isEqualTo((1 + 4) / 2.0);
        assertThat(course.losStays()).isEqualTo(2);
    }

    @Test
    void theOneWhoDiesFirstShouldHaveHadTheLowerCurve() {
        List<Outcome> outcomes = List.of(new Outcome(true, 2, 2), new Outcome(true, 9, 9), LIVED, DIED_LATER);

        assertThat(Course.of(curves(0.5, 0.7, 0.9, 0.9), outcomes).concordance())
                .isOne();
        assertThat(Course.of(curves(0.9, 0.7, 0.5, 0.5), outcomes).concordance())
                .isZero();
        assertThat(Course.of(curves(0.7, 0.7, 0.7, 0.7), outcomes).concordance())
                .isEqualTo(0.5);
        // Of the five pairs (2 d: three others; 9 d: two others) only the last two disagree.
        assertThat(Course.of(curves(0.5, 0.9, 0.8, 0.8), outcomes).concordance())
                .isEqualTo(0.6);
    }

    @Test
    void twoWhoDiedOnOneDayOrAfterTheHorizonAreNoPair() {
        assertThat(Course.of(curves(0.5, 0.7), List.of(new Outcome(true, 2, 2), new Outcome(true, 2, 2)))
                        .concordance())
                .isNaN();
        assertThat(Course.of(curves(0.5, 0.7), List.of(DIED_LATER, LIVED)).concordance())
                .isNaN();
    }

    @Test
    void theMeanCurveStandsBesideTheShareThatLived() {
        Course course = Course.of(curves(0.5, 1), List.of(new Outcome(true, 3, 3), LIVED));

        assertThat(course.days()).hasSize(30);
        assertThat(course.days().get(1)).isEqualTo(new Course.Day(2, 0.75, 1));
        assertThat(course.days().get(2)).isEqualTo(new Course.Day(3, 0.75, 0.5));
    }

    @Test
    void aModelThatSaysNothingOfTheCourseIsNotJudgedByIt() {
        Course course = Course.of(List.of(Assessment.of(0.3, 0.5)), List.of(LIVED));

        assertThat(course.losMae()).isNaN();
        assertThat(course.concordance()).isNaN();
        assertThat(course.days()).isEmpty();
    }

    @Test
    void whatGoesWrongIsComparedWithWhatWasRight() {
        Disturbed disturbed = Disturbed.of(
                "x", new float[] {0.2f, 0.8f, 0.4f, 0.6f}, new float[] {0.8f, 0.2f, 0.4f, 0.6f}, new boolean[] {
                    true, false, false, true
                });

        assertThat(disturbed.auroc()).isEqualTo(0.25);
        assertThat(disturbed.aurocChange()).isEqualTo(0.25 - 1);
        assertThat(disturbed.moved()).isEqualTo(0.3, within(1e-6));
    }

    private static List<Assessment> curves(double... flat) {
        return IntStream.range(0, flat.length).mapToObj(i -> said(flat[i], 1)).toList();
    }

    private static Assessment said(double alive, double losDays) {
        return new Assessment(0.5, 0.4, 0.6, Collections.nCopies(30, alive), losDays, 0.5, false, Assessment.NONE);
    }
}
