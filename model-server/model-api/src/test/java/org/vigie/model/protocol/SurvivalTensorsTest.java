package org.vigie.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;

class SurvivalTensorsTest {
    private static final SurvivalAssessment SCORED = new SurvivalAssessment(
            0.25, 0.125, 0.5, Collections.nCopies(SurvivalTensors.DAYS, 0.75), 6, 0.5, false, SurvivalAssessment.NONE);
    private static final SurvivalAssessment ABSTAINED = SurvivalAssessment.abstaining(0.875, 16);

    @Test
    void windowsComeBackInWhateverOrderTheirTensorsCome() {
        // given
        List<FloatTensor> tensors = new ArrayList<>(SurvivalTensors.inputs(List.of(window(1), window(2))));
        Collections.reverse(tensors);

        // when
        List<ScoreRequest> windows = SurvivalTensors.windows(tensors);

        // then
        assertThat(windows).hasSize(2);
        assertThat(windows.get(1).values()).isEqualTo(window(2).values());
        assertThat(windows.get(0).statics()).isEqualTo(window(1).statics());
    }

    @Test
    void anAssessmentComesBackAsItWentOut() {
        assertThat(SurvivalTensors.assessment(answer(SCORED))).isEqualTo(SCORED);
        assertThat(SurvivalTensors.assessment(answer(ABSTAINED))).isEqualTo(ABSTAINED);
    }

    @Test
    void theWireCarriesNoNaNAndTheNamesThatAreListed() {
        // when
        List<FloatTensor> tensors = SurvivalTensors.outputs(List.of(SCORED, ABSTAINED));

        // then
        assertThat(tensors).extracting(FloatTensor::name).isEqualTo(SurvivalTensors.OUTPUTS);
        assertThat(tensors).allSatisfy(tensor -> {
            assertThat(tensor.data()).doesNotContain(Float.NaN);
            assertThat(tensor.shape()[0]).isEqualTo(2);
        });
        assertThat(tensors.get(0).data()).containsExactly(0.25f, SurvivalTensors.NOT_GIVEN);
    }

    @Test
    void whatAModelDoesNotSayIsNotGiven() {
        // given
        InferResponse plain = new InferResponse(
                "", "m", "1", "", List.of(new FloatTensor("probability", new long[] {1}, new float[] {0.5f})));

        // when, then
        assertThat(SurvivalTensors.assessment(plain)).isEqualTo(SurvivalAssessment.of(0.5, Double.NaN));
        assertThat(SurvivalTensors.explanation(plain)).isSameAs(SurvivalExplanation.NONE);
        assertThatThrownBy(() -> SurvivalTensors.assessment(new InferResponse("", "m", "1", "", List.of())))
                .isInstanceOf(InferenceProtocolException.class)
                .hasMessageContaining("no output 'probability'");
    }

    @Test
    void theLargestContributionsComeFirstAndNameTheirHour() {
        // given
        float[] cells = new float[ScoreRequest.CELLS];
        cells[47 * 37 + 16] = 0.5f;
        cells[40 * 37 + 14] = -0.75f;
        float[] statics = new float[ScoreRequest.STATICS];
        statics[0] = 0.25f;

        // when
        SurvivalExplanation explanation = SurvivalTensors.explanation(new InferResponse(
                "", "m", "1", "", SurvivalTensors.contributions(List.of(new SurvivalExplanation(cells, statics)))));

        // then
        assertThat(explanation.largest(9))
                .containsExactly(
                        new SurvivalExplanation.InputContribution(14, 40, -0.75),
                        new SurvivalExplanation.InputContribution(16, 47, 0.5),
                        new SurvivalExplanation.InputContribution(37, -1, 0.25));
        assertThat(explanation.largest(1)).hasSize(1);
        assertThat(explanation.sum()).isCloseTo(0, within(1e-9));
        assertThat(SurvivalExplanation.NONE.largest(5)).isEmpty();
    }

    @Test
    void whatAModelComputedAllTheSameIsKeptFromTheWireWhenItAbstains() {
        assertThat(SurvivalTensors.assessment(answer(SCORED.withMostHelpfulSeries(16))))
                .isEqualTo(SurvivalAssessment.abstaining(SCORED.imputedShare(), 16));
    }

    @Test
    void aProbabilityIsOneUnlessTheModelAbstains() {
        assertThatThrownBy(() -> SurvivalAssessment.of(Double.NaN, 0))
                .hasMessage("probability: must lie in 0..1, was NaN");
        assertThatThrownBy(() -> SurvivalAssessment.of(1.01, 0)).hasMessage("probability: must lie in 0..1, was 1.01");
    }

    private static InferResponse answer(SurvivalAssessment assessment) {
        return new InferResponse("", "m", "1", "", SurvivalTensors.outputs(List.of(assessment)));
    }

    private static ScoreRequest window(int seed) {
        float[] values = new float[ScoreRequest.CELLS];
        float[] statics = new float[ScoreRequest.STATICS];
        values[seed] = seed;
        statics[seed] = seed;
        return new ScoreRequest(values, new float[ScoreRequest.CELLS], new float[ScoreRequest.CELLS], statics);
    }
}
