package org.vigie.replay.ward;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.replay.passport.ScoringModel;
import org.vigie.risk.score.RiskScoreFactory;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Window;

/**
 * Gives the score of a replayed window from the model that gave the recorded one, or from a chosen one. Without a model the recorded answer stands for the same
 * input, because a model computes from its input alone.
 */
public final class ReplayedScorer implements AutoCloseable {
    private final Optional<Function<RiskScore, SurvivalScorer>> models;
    private final Map<String, SurvivalScorer> open = new HashMap<>();

    /** @param models opens the model for a recorded score; empty: no model runs */
    public ReplayedScorer(Optional<Function<RiskScore, SurvivalScorer>> models) {
        this.models = models;
    }

    /**
     * Returns the score of a window; empty when no model runs and the window is another than the recorded score's.
     *
     * @throws IllegalStateException when the model does not answer
     */
    Optional<RiskScore> score(Window window, RiskScore recorded) {
        if (recorded.getStatus() == ScoreStatus.UNAVAILABLE || models.isEmpty()) {
            return Optional.of(recorded).filter(score -> score.getWindowDigest().equals(window.getDigest()));
        }
        return models.map(model -> computed(window, recorded, model));
    }

    private RiskScore computed(Window window, RiskScore recorded, Function<RiskScore, SurvivalScorer> model) {
        String name = ScoringModel.of(recorded).toString();
        SurvivalScorer scorer = open.computeIfAbsent(name, unopened -> model.apply(recorded));
        boolean explain = !recorded.getContributions().isEmpty();
        try {
            SurvivalScore score = scorer.score(ScoreRequestMapper.request(window), explain)
                    .toCompletableFuture()
                    .join();
            return RiskScoreFactory.answered(window, score, recorded.getScoredAt(), latency(recorded));
        } catch (CompletionException | ScorerException e) {
            throw new IllegalStateException(
                    "--model-server: no score of stay %s in place of that of %s: %s; start the server, or replay without it"
                            .formatted(window.getStay(), name, e.getMessage()),
                    e);
        }
    }

    private static Duration latency(RiskScore recorded) {
        return Duration.ofNanos(Math.round(recorded.getLatencyMs() * 1e6));
    }

    @Override
    public void close() {
        open.values().forEach(SurvivalScorer::close);
    }
}
