package org.vigie.testing.story;

import java.time.Instant;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;

/** Tells what the risk model says of one stay: {@code new RiskScoreStory("REA/1", "stay-1").scored(0.62, noon)}. */
public final class RiskScoreStory {
    private final String bed;
    private final String stay;
    private long revision = 1;

    public RiskScoreStory(String bed, String stay) {
        this.bed = bed;
        this.stay = stay;
    }

    /** Sets the revision of the window that is scored. A higher one replaces a lower one of the same hour. */
    public RiskScoreStory revision(long number) {
        revision = number;
        return this;
    }

    public RiskScore scored(double probability, Instant windowEnd) {
        RiskScore score = unscored(ScoreStatus.SCORED, null, windowEnd);
        score.setProbability(probability);
        return score;
    }

    /** Returns a score without a probability, and the reason for it. */
    public RiskScore unscored(ScoreStatus status, String reason, Instant windowEnd) {
        return ofTheModel()
                .setStay(stay)
                .setBed(bed)
                .setWindowEnd(windowEnd)
                .setScoredAt(windowEnd)
                .setStatus(status)
                .setReason(reason)
                .build();
    }

    private RiskScore.Builder ofTheModel() {
        return RiskScore.newBuilder()
                .setModel("survival-lstm")
                .setModelVersion("1")
                .setModelDigest("d")
                .setWindowDigest("w")
                .setWindowRevision(revision)
                .setHoursSeen(31)
                .setImputedShare(0.5)
                .setLatencyMs(4.2);
    }
}
