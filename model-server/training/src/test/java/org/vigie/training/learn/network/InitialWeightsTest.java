package org.vigie.training.learn.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {
    private static final int HIDDEN = 5;

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherOneOthers() {
        assertThat(dense(7)).isEqualTo(dense(7));
        assertThat(dense(7)).isNotEqualTo(dense(8));
    }

    @Test
    void weightsOfADenseLayerLieWithinGlorotsLimitAndItsBiasIsZero() {
        // when
        InitialWeights weights = new InitialWeights(1).dense("a", 40, 20);

        // then
        float limit = (float) Math.sqrt(6.0 / 60);
        float[] values = weights.all().get("a.weights").values();
        assertThat(values).hasSize(800);
        assertThat(largest(values)).isBetween(0.9F * limit, limit);
        assertThat(weights.all().get("a.bias").values()).containsOnly(0F);
    }

    @Test
    void theForgetGatesOfAnLstmAreOpen() {
        // when
        float[] bias = new InitialWeights(1)
                .lstm("l", 3, HIDDEN)
                .all()
                .get("l.in.bias")
                .values();

        // then: gates in the order input, forget, cell, output
        assertThat(Arrays.copyOfRange(bias, HIDDEN, 2 * HIDDEN)).containsOnly(1F);
        assertThat(Arrays.copyOfRange(bias, 0, HIDDEN)).containsOnly(0F);
        assertThat(Arrays.copyOfRange(bias, 2 * HIDDEN, 4 * HIDDEN)).containsOnly(0F);
    }

    @Test
    void layersSideBySideShareOneArray() {
        // when
        InitialWeights weights = new InitialWeights(1).stacked("s", 3, 4, 2);

        // then
        assertThat(weights.all().get("s.weights").shape().asArray()).containsExactly(3, 4, 2);
        assertThat(weights.all().get("s.bias").shape().asArray()).containsExactly(3, 1, 2);
    }

    @Test
    void aConstantLayerSaysItsBiasWhateverComesIn() {
        // when
        InitialWeights weights = new InitialWeights(1).constant("c", 4, -2.5F, 1);

        // then
        assertThat(weights.all().get("c.weights").values()).hasSize(8).containsOnly(0F);
        assertThat(weights.all().get("c.bias").values()).containsExactly(-2.5F, 1F);
    }

    @Test
    void weightsKeepTheOrderInWhichTheyWereAdded() {
        // when
        InitialWeights weights = new InitialWeights(1).gru("g", 2, 3).array("x", new float[] {1, 2}, 2);

        // then
        assertThat(weights.all().keySet())
                .containsExactly("g.in.weights", "g.in.bias", "g.hidden.weights", "g.hidden.bias", "x");
    }

    private static float[] dense(long seed) {
        return new InitialWeights(seed).dense("a", 6, 4).all().get("a.weights").values();
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
