package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorstPredictionsTest {
    @Test
    void theWorstComeFirstUpToTheRequestedNumber() {
        // given
        float[] predicted = {0.9f, 0.1f, 0.8f, 0.2f, 0.7f, 0.3f};
        boolean[] died = {false, true, false, true, true, false};

        // when
        WorstPredictions worstPredictions = WorstPredictions.of(predicted, died, 2);

        // then
        assertThat(worstPredictions.falseAlarms()).containsExactly(0, 2);
        assertThat(worstPredictions.misses()).containsExactly(1, 3);
    }
}
