package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.WindowEstimator;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowEstimates;
import org.vigie.signal.impute.WindowEstimates.ImputerIdentity;

class ReplayedEstimatorTest {
    @Test
    void anEstimateStandsBesideTheValuesAndTheInputOfAScoreStays() {
        // given
        WindowEstimates estimates = new WindowEstimates(
                new ImputerIdentity("imputer-attention-two-sided", "1", "ab"),
                new int[] {5},
                new float[] {81},
                new float[] {75},
                new float[] {90});

        // when
        Window estimated;
        try (var estimator =
                new ReplayedEstimator(Optional.of(new Answer(CompletableFuture.completedFuture(estimates))))) {
            estimated = estimator.estimated(window());
        }

        // then
        assertThat(estimated.getEstimates().getImputer()).isEqualTo("imputer-attention-two-sided");
        assertThat(estimated.getEstimates().getCells()).containsExactly(5);
        assertThat(estimated.getKinds()).isEqualTo(window().getKinds());
        assertThat(ScoreRequestMapper.digest(ScoreRequestMapper.request(estimated)))
                .isEqualTo(ScoreRequestMapper.digest(ScoreRequestMapper.request(window())));
    }

    @Test
    void withoutAnImputerAWindowStaysAsItIs() {
        assertThat(new ReplayedEstimator(Optional.empty()).estimated(window())).isEqualTo(window());
    }

    @Test
    void anImputerThatDoesNotAnswerEndsTheReplayWithTheReason() {
        // given
        WindowEstimator silent = new Answer(
                CompletableFuture.failedFuture(new ScorerException(ScorerErrorCode.MODEL_UNAVAILABLE, "no model")));

        // when, then
        assertThatThrownBy(() -> new ReplayedEstimator(Optional.of(silent)).estimated(window()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("--imputer: no estimates for the window of stay s1: ")
                .hasMessageContaining("no model");
    }

    /** Gives the same answer to each request. */
    private record Answer(CompletableFuture<WindowEstimates> estimates) implements WindowEstimator {
        @Override
        public CompletionStage<WindowEstimates> estimate(FilledWindow window, String recipe) {
            return estimates;
        }

        @Override
        public void close() {}
    }

    private static Window window() {
        return WindowSamples.window("s1", 47, 80f, CellOriginRecord.CARRIED, 1f);
    }
}
