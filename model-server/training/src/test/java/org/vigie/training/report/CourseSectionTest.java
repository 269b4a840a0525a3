package org.vigie.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.training.evaluate.CourseEvaluation;
import org.vigie.training.evaluate.CourseEvaluation.CourseDay;

class CourseSectionTest {
    private static final CourseEvaluation NOTHING = new CourseEvaluation(Double.NaN, 0, Double.NaN, List.of());
    private static final CourseEvaluation CURVE =
            new CourseEvaluation(2.5, 40, 0.71, List.of(new CourseDay(1, 0.98, 0.97), new CourseDay(2, 0.4, 0.45)));

    @Test
    void aModelThatPredictsNoCourseHasNoSection() {
        assertThat(new CourseSection(Map.of(48, NOTHING)).isShown()).isFalse();
        assertThat(new CourseSection(Map.of(24, NOTHING, 48, CURVE)).isShown()).isTrue();
    }

    @Test
    void aLengthOfStayWithoutACurveIsShownToo() {
        // given
        CourseEvaluation length = new CourseEvaluation(3, 10, Double.NaN, List.of());

        // when
        CourseSection section = new CourseSection(Map.of(48, length));

        // then
        assertThat(section.isShown()).isTrue();
        assertThat(section.hasPlot(48)).isFalse();
        assertThat(section.table().rows()).containsExactly(List.of("48", "3.000", "10", "none"));
    }

    @Test
    void hoursWithoutAnEvaluationHaveNoPlot() {
        assertThat(new CourseSection(Map.of(48, CURVE)).hasPlot(6)).isFalse();
        assertThat(new CourseSection(Map.of(48, CURVE)).hasPlot(48)).isTrue();
    }

    @Test
    void aCurveBelowHalfStaysAtTheLowerEdgeOfThePlot() {
        // when
        SvgPlot plot = new CourseSection(Map.of(48, CURVE)).plot(48);

        // then: the axis begins at one half
        assertThat(plot.title()).isEqualTo("Alive by day, 48 h seen");
        assertThat(plot.circles()).hasSize(2);
        assertThat(Double.parseDouble(plot.circles().get(1).y())).isEqualTo(plot.top() + plot.side());
    }
}
