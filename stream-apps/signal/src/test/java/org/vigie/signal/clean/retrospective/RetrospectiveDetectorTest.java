package org.vigie.signal.clean.retrospective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests which values a detector marks that sees both sides. */
class RetrospectiveDetectorTest {
    private static final int ROWS = 600;

    @Test
    void aJumpThatReturnsWithinSecondsIsMarked() {
        assertThat(marked(rates(row -> row >= 300 && row < 303 ? 160 : 80 + row % 2, row -> 80)))
                .isEqualTo(3);
    }

    @Test
    void aTachycardiaThatLastsIsKept() {
        assertThat(marked(rates(row -> row >= 300 && row < 360 ? 160 + row % 2 : 80 + row % 2, row -> 80)))
                .isZero();
    }

    @Test
    void asystoleIsKeptAndElectrodesThatAreOffBesideAPulseAreMarked() {
        assertThat(marked(rates(row -> row >= 300 && row < 360 ? 0 : 80 + row % 2, row -> row < 300 ? 80 : Double.NaN)))
                .isZero();
        assertThat(marked(rates(row -> row >= 300 && row < 360 ? 0 : 80 + row % 2, row -> 80)))
                .isEqualTo(60);
    }

    @Test
    void aValueAtTheEndOfTheRangeOfTheSensorIsMarked() {
        assertThat(marked(rates(row -> row >= 300 && row < 360 ? 300 : 80 + row % 2, row -> 80)))
                .isEqualTo(60);
    }

    @Test
    void aChartedValueWithAWrongDecimalPointIsMarkedAndATrueChangeIsKept() {
        assertThat(charted("sodium", 140, 141, 14.1, 140, 139, 131))
                .containsExactly(false, false, true, false, false, false);
    }

    @Test
    void theLastUsualValueBeforeADeteriorationIsKept() {
        assertThat(charted("lactate", 1.1, 1.3, 6.5, 9.8, 12, 11.5)).containsOnly(false);
    }

    @Test
    void aSlipOfARateThatHadRisenIsMarkedThoughItsTrueValueIsNotQuiteNear() {
        assertThat(charted("hr", 113, 108, 119, 124, 16.3, 125, 126, 126))
                .containsExactly(false, false, false, false, true, false, false, false);
    }

    @Test
    void ofTwoValuesTheOneThatIsUsualForPeopleIsKept() {
        assertThat(charted("paco2", 40, 350)).containsExactly(false, true);
        assertThat(charted("wbc", 1.2, 16.2)).containsExactly(true, false);
    }

    @Test
    void aSingleEnzymeIsNoMistakeAndASingleGlucoseInAnotherUnitIs() {
        assertThat(charted("ast", 255)).containsExactly(false);
        assertThat(charted("glucose", 6.1)).containsExactly(true);
    }

    @Test
    void theFirstUrineMayBeThatOfManyHours() {
        assertThat(charted("urine", 493, 60, 45, 55, 50, 52)).containsOnly(false);
        assertThat(charted("urine", 60, 45, 493, 55, 50, 52, 48))
                .containsExactly(false, false, true, false, false, false, false);
    }

    private static boolean[] charted(String variable, double... values) {
        long[] seconds = IntStream.range(0, values.length).asLongStream().toArray();
        SignalGrid chart = new SignalGrid("chart", false, List.of(variable), seconds, new double[][] {values});
        return new RetrospectiveDetector().artefacts(SeenRecording.of(chart)).marked()[0];
    }

    @Test
    void anotherPatientIsMarkedAlsoWhenOnlyOneSignalStepsBackAtTheEnd() {
        // given: the pulse and the saturation of another patient, whose pulse comes near in the end
        double[] pulse = values(row -> row >= 200 && row < 400 ? 80 + Math.min(9, (row - 200) / 20) : 90);
        double[] saturation = values(row -> row >= 200 && row < 400 ? 94 : 99);
        SignalGrid swapped = grid(List.of("hr", "spo2"), pulse, saturation);

        // then
        assertThat(marked(swapped)).isEqualTo(200);
    }

    @Test
    void aTachycardiaBesideAFallOfSaturationThatLastsIsKept() {
        // given
        double[] pulse = values(row -> row >= 200 ? 120 : 90);
        double[] saturation = values(row -> row >= 200 && row < 400 ? 94 : 99);

        // then
        assertThat(marked(grid(List.of("hr", "spo2"), pulse, saturation))).isZero();
    }

    private static SignalGrid rates(IntToDoubleFunction heart, IntToDoubleFunction pulse) {
        return grid(List.of("hr", "pulse_spo2"), values(heart), values(pulse));
    }

    private static SignalGrid grid(List<String> variables, double[]... values) {
        long[] seconds = IntStream.range(0, ROWS).asLongStream().toArray();
        return new SignalGrid("story", true, variables, seconds, values);
    }

    private static double[] values(IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }

    private static long marked(SignalGrid grid) {
        CellMarks marks = new RetrospectiveDetector().artefacts(SeenRecording.of(grid));
        return IntStream.range(0, ROWS).filter(row -> marks.at(0, row)).count();
    }
}
