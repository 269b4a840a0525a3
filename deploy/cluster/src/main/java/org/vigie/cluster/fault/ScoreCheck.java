package org.vigie.cluster.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.passport.PassportOutcome;
import org.vigie.replay.passport.PlacedRecord;
import org.vigie.replay.passport.ScorePassport;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Window;

/**
 * Computes the scores of a run again from their windows, as {@code ./vigie verify score} does.
 *
 * @param modelServer address of a model server
 */
record ScoreCheck(KafkaConnectionConfig kafka, String modelServer) {
    private static final double TOLERANCE = 1e-6;
    /** Bounds the time of the check. */
    private static final int MOST = 500;

    /** Recomputes the newest scores that the broker took at a time or later. */
    ScoreCount count(Instant from) {
        var records = new ReadableRecords(kafka);
        List<RiskScore> scores = newest(records.valuesSince(from, kafka.topics().scoresSurvival()));
        Map<List<?>, RiskScore> answered = answered(scores);
        int unavailable =
                (int) scores.stream().filter(ScoreCheck::isUnavailable).count();
        return ScoreCount.of(answered.size(), unavailable, outcomes(records, answered));
    }

    /** Returns the scores of a model by what names their window. A score that was sent again after a crash counts once. */
    private static Map<List<?>, RiskScore> answered(List<RiskScore> scores) {
        Map<List<?>, RiskScore> answered = new HashMap<>();
        scores.stream()
                .filter(score -> !isUnavailable(score))
                .forEach(score -> answered.put(
                        List.of(score.getStay(), score.getWindowRevision(), score.getWindowDigest()), score));
        return answered;
    }

    private static boolean isUnavailable(RiskScore score) {
        return score.getStatus() == ScoreStatus.UNAVAILABLE;
    }

    private static List<RiskScore> newest(List<RiskScore> scores) {
        return scores.subList(Math.max(0, scores.size() - MOST), scores.size());
    }

    /** Recomputes each score when its window is read. A window is large: none is kept. */
    private List<PassportOutcome> outcomes(ReadableRecords records, Map<List<?>, RiskScore> answered) {
        var passport = new ScorePassport(this::open, TOLERANCE);
        List<PassportOutcome> outcomes = new ArrayList<>();
        Set<RiskScore> computed = new HashSet<>();
        records.forEach(kafka.topics().windowsHourly(), window -> {
            RiskScore score = answered.get(List.of(window.getStay(), window.getRevision(), window.getDigest()));
            if (score != null && computed.add(score)) {
                outcomes.add(passport.verify(score, placed(window)).outcome());
            }
        });
        return outcomes;
    }

    private SurvivalScorer open(RiskScore score) {
        InferenceClientConfig defaults = InferenceClientConfig.defaults();
        return new InferenceClientConfig(
                        modelServer, score.getModel(), score.getModelVersion(), defaults.timeout(), defaults.binary())
                .withTokenFile(kafka.registryTokenFile())
                .openScorer();
    }

    private static Optional<PlacedRecord<Window>> placed(Window window) {
        return Optional.of(new PlacedRecord<>(window, "windows.hourly", Instant.EPOCH));
    }
}
