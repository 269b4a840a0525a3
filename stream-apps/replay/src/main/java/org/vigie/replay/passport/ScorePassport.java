package org.vigie.replay.passport;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.risk.score.RiskScoreFactory;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Window;

/** Computes a recorded score again from its recorded window: digest, request and record come from the code of the step score. */
public final class ScorePassport {
    /** Relative difference of two numbers that counts as equal, because a batch of another size adds in another order. */
    public static final double TOLERANCE = 1e-6;

    private static final String MEASURED_TIME = "latencyMs";

    private final Function<RiskScore, SurvivalScorer> scorers;
    private final RecordDifference difference;

    /**
     * @param scorers opens the model that gave a score; the caller of the function closes it
     * @param tolerance relative difference of two numbers that counts as equal: a batch of another size adds in another order
     */
    public ScorePassport(Function<RiskScore, SurvivalScorer> scorers, double tolerance) {
        this.scorers = scorers;
        this.difference = new RecordDifference(Set.of(MEASURED_TIME), tolerance);
    }

    /** Returns a function that asks a model server for the model and version of each score. */
    public static Function<RiskScore, SurvivalScorer> ofServer(String url) {
        return score -> ScoringModel.of(score).openAt(url);
    }

    /** Returns a function that asks for the model and version of each score over a connection to a model server. */
    public static Function<RiskScore, SurvivalScorer> ofServer(InferenceClientConfig client) {
        return score -> client.withModel(score.getModel(), score.getModelVersion(), client.timeout())
                .openScorer();
    }

    /** Returns the identifier of a score. */
    public static String id(RiskScore score) {
        return score.getStay() + ":" + score.getWindowRevision();
    }

    /**
     * Verifies a score.
     *
     * @param window from which it was computed; empty when it is no longer kept
     */
    public PassportAnswer verify(RiskScore recorded, Optional<PlacedRecord<Window>> window) {
        if (recorded.getStatus() == ScoreStatus.UNAVAILABLE) {
            return PassportAnswer.unknown(id(recorded), "no model answered then: " + recorded.getReason());
        }
        return window.map(each -> verify(recorded, each))
                .orElseGet(() -> PassportAnswer.unknown(
                        id(recorded), "its window is not in windows.hourly, which keeps windows for 30 days"));
    }

    private PassportAnswer verify(RiskScore recorded, PlacedRecord<Window> window) {
        ScoreRequest request = ScoreRequestMapper.request(window.value());
        String digest = ScoreRequestMapper.digest(request);
        Optional<String> first = Optional.of(digest)
                .filter(each -> !each.equals(recorded.getWindowDigest()))
                .map(each -> "windowDigest: recorded %s, computed %s".formatted(recorded.getWindowDigest(), each));
        try {
            Optional<String> compared =
                    first.isPresent() ? first : difference.first(recorded, computed(recorded, window.value(), request));
            return PassportAnswer.compared(id(recorded), model(recorded), List.of(window.place()), compared);
        } catch (CompletionException | ScorerException e) {
            return PassportAnswer.unknown(id(recorded), model(recorded) + " gives no score now: " + e.getMessage());
        }
    }

    private RiskScore computed(RiskScore recorded, Window window, ScoreRequest request) {
        try (SurvivalScorer scorer = scorers.apply(recorded)) {
            boolean explain = !recorded.getContributions().isEmpty();
            SurvivalScore answer =
                    scorer.score(request, explain).toCompletableFuture().join();
            return RiskScoreFactory.answered(window, answer, recorded.getScoredAt(), Duration.ZERO);
        }
    }

    private static String model(RiskScore score) {
        return "%s %s, digest %s".formatted(score.getModel(), score.getModelVersion(), score.getModelDigest());
    }
}
