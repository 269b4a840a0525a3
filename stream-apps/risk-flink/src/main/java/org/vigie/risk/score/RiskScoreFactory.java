package org.vigie.risk.score;

import java.time.Duration;
import java.time.Instant;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalScore;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.FilledWindow;

/** Builds the score record from the result of a score request. */
public final class RiskScoreFactory {
    private RiskScoreFactory() {}

    /** Returns a record with the status SCORED, or ABSTAINED when the model abstained. */
    public static RiskScore answered(Window window, SurvivalScore score, Instant at, Duration latency) {
        RiskScore answer = answer(window, at, latency);
        answer.setModel(score.model());
        answer.setModelVersion(score.modelVersion());
        answer.setModelDigest(score.modelDigest());
        SurvivalAssessment assessment = score.assessment();
        if (assessment.abstained()) {
            abstain(answer, assessment);
        } else {
            score(answer, assessment);
            answer.setContributions(new ContributionMapper(window).largest(score.explanation()));
        }
        return answer;
    }

    /** @param reason starts with its code: {@code TIMEOUT: ...} */
    static RiskScore unavailable(Window window, String model, String reason, Instant at, Duration latency) {
        RiskScore answer = answer(window, at, latency);
        answer.setStatus(ScoreStatus.UNAVAILABLE);
        answer.setReason(reason);
        answer.setModel(model);
        answer.setModelVersion("");
        answer.setModelDigest("");
        return answer;
    }

    private static void score(RiskScore answer, SurvivalAssessment assessment) {
        answer.setStatus(ScoreStatus.SCORED);
        answer.setProbability(assessment.probability());
        answer.setLow(given(assessment.low()));
        answer.setHigh(given(assessment.high()));
        answer.setSurvival1d(given(assessment.survivalAfter(1)));
        answer.setSurvival7d(given(assessment.survivalAfter(7)));
        answer.setSurvival30d(given(assessment.survivalAfter(30)));
        answer.setLosDays(given(assessment.losDays()));
    }

    private static void abstain(RiskScore answer, SurvivalAssessment assessment) {
        answer.setStatus(ScoreStatus.ABSTAINED);
        if (assessment.mostHelpful() == SurvivalAssessment.NONE) {
            answer.setReason("ABSTAINED: too little was measured");
        } else {
            String variable = ContributionMapper.variable(assessment.mostHelpful());
            answer.setMostHelpful(variable);
            answer.setReason("ABSTAINED: too little was measured; " + variable + " would help most");
        }
    }

    private static Double given(double number) {
        return Double.isNaN(number) ? null : number;
    }

    private static RiskScore answer(Window window, Instant at, Duration latency) {
        FilledWindow filled = ScoreRequestMapper.filled(window);
        return RiskScore.newBuilder()
                .setStay(window.getStay())
                .setBed(window.getBed())
                .setWindowEnd(window.getEnd())
                .setScoredAt(at)
                .setStatus(ScoreStatus.UNAVAILABLE)
                .setModel("")
                .setModelVersion("")
                .setModelDigest("")
                .setWindowDigest(window.getDigest())
                .setWindowRevision(window.getRevision())
                .setHoursSeen(filled.hoursSeen())
                .setImputedShare(filled.imputedShare())
                .setLatencyMs(latency.toNanos() / 1e6)
                .build();
    }
}
