package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.WindowEstimator;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowEstimates;
import org.vigie.signal.impute.WindowEstimates.ImputerIdentity;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.testing.story.WardStory;

class ReplayedEstimatorTest {
    private static final int CELLS = HourlyGrid.HOURS * HourlyGrid.SERIES;

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
        return Window.newBuilder()
                .setStay("s1")
                .setBed("REA/1")
                .setAdmittedAt(WardStory.START)
                .setEnd(WardStory.START)
                .setLastHour(47)
                .setSeries(List.of())
                .setValues(Collections.nCopies(CELLS, 80f))
                .setKinds(Collections.nCopies(CELLS, CellOriginRecord.CARRIED))
                .setAges(Collections.nCopies(CELLS, 1f))
                .setSex(AdministrativeSexRecord.UNKNOWN)
                .setUnitKind(UnitTypeRecord.MEDICAL)
                .setChangedHours(List.of())
                .setRevision(1)
                .setDigest("w")
                .setNewest(new Origin("t", 0, 0L, -1))
                .build();
    }
}
