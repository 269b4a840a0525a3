package org.vigie.risk.score;

import java.time.Duration;
import java.time.Instant;
import org.vigie.model.score.Score;
import org.vigie.risk.window.WindowInputs;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.FilledWindow;

/** The record that says what came of asking about a window. */
final class Answers {
    private Answers() {}

    static RiskScore scored(Window window, Score score, Instant at, Duration latency) {
        RiskScore answer = answer(window, at, latency);
        answer.setStatus(ScoreStatus.SCORED);
        answer.setProbability(score.probability());
        answer.setModel(score.model());
        answer.setModelVersion(score.modelVersion());
        answer.setModelDigest(score.modelDigest());
        return answer;
    }

    /** @param reason begins with its code: {@code TIMEOUT: ...} */
    static RiskScore unavailable(Window window, String model, String reason, Instant at, Duration latency) {
        RiskScore answer = answer(window, at, latency);
        answer.setStatus(ScoreStatus.UNAVAILABLE);
        answer.setReason(reason);
        answer.setModel(model);
        answer.setModelVersion("");
        answer.setModelDigest("");
        return answer;
    }

    private static RiskScore answer(Window window, Instant at, Duration latency) {
        FilledWindow filled = WindowInputs.filled(window);
        RiskScore answer = new RiskScore();
        answer.setStay(window.getStay());
        answer.setBed(window.getBed());
        answer.setWindowEnd(window.getEnd());
        answer.setScoredAt(at);
        answer.setWindowDigest(window.getDigest());
        answer.setWindowRevision(window.getRevision());
        answer.setHoursSeen(filled.hoursSeen());
        answer.setImputedShare(filled.imputedShare());
        answer.setLatencyMs(latency.toNanos() / 1e6);
        return answer;
    }
}
