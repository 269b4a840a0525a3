package org.vigie.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.training.explain.ContributingInput;
import org.vigie.training.explain.ExplainedStay;

class ReportNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "0.8536, 0.854",
        "-0.25, -0.250",
        "4.9994, 4.999",
        "5, 5.0",
        "-12.34, -12.3",
        "NaN, none",
        "Infinity, none",
        "-Infinity, none"
    })
    void aNumberHasThreeDecimalsAndOneFromFiveOn(double value, String expected) {
        assertThat(ReportNumber.text(value)).isEqualTo(expected);
    }

    @Test
    void anEstimateHasItsInterval() {
        assertThat(ReportNumber.estimate(new IntervalEstimate(0.853, 0.837, 0.869)))
                .isEqualTo("0.853 (0.837 to 0.869)");
        assertThat(ReportNumber.estimate(new IntervalEstimate(Double.NaN, Double.NaN, Double.NaN)))
                .isEqualTo("none (none to none)");
    }

    @Test
    void aWronglyPredictedStayHasItsRiskAndItsLargestContributions() {
        // given
        var reasons = List.of(
                new ContributingInput("Lactate", "8.25 mmol/L, 7 h old", 0.754, 7),
                new ContributingInput("age_years", "90", -0.5, 0));

        // when
        var table = new WorstPredictionTable(
                        List.of(new ExplainedStay(7, "90 years, male", true, 0.1, 0.05, 0.2, reasons)))
                .table();

        // then
        assertThat(table.rows())
                .containsExactly(List.of(
                        "7",
                        "90 years, male",
                        "0.100 (0.050 to 0.200)",
                        "Lactate +0.75 (8.25 mmol/L, 7 h old); age_years -0.50 (90)"));
    }

    @Test
    void withoutAnIntervalAndAnExplanationTheTableSaysSo() {
        // given
        var stay = new ExplainedStay(7, "age unknown", false, 0.9, Double.NaN, Double.NaN, List.of());

        // when
        var table = new WorstPredictionTable(List.of(stay)).table();

        // then
        assertThat(table.rows()).containsExactly(List.of("7", "age unknown", "0.900", "the model cannot tell"));
    }
}
