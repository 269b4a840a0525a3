package org.vigie.risk.score;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;

/** Gives prepared answers in turn, then none, and records its requests. */
final class RecordedScorer implements SurvivalScorer {
    final List<ScoreRequest> asked = new ArrayList<>();
    final List<Boolean> explained = new ArrayList<>();
    boolean closed;

    private final Queue<CompletableFuture<SurvivalScore>> answers = new ArrayDeque<>();
    private Supplier<CompletableFuture<SurvivalScore>> unprepared = CompletableFuture::new;

    RecordedScorer answer(double probability) {
        return answer(SurvivalAssessment.of(probability, 0), SurvivalExplanation.NONE);
    }

    RecordedScorer answer(SurvivalAssessment assessment, SurvivalExplanation explanation) {
        answers.add(
                CompletableFuture.completedFuture(new SurvivalScore(assessment, explanation, "survival", "3", "abc")));
        return this;
    }

    RecordedScorer fail(ScorerErrorCode code) {
        return fail(new ScorerException(code, "as prepared"));
    }

    RecordedScorer fail(RuntimeException why) {
        answers.add(CompletableFuture.failedFuture(why));
        return this;
    }

    /** Makes the scorer unreachable until then; afterwards it gives every window the probability 0.5. */
    void failUntil(Instant there, Clock clock) {
        unprepared = () -> clock.instant().isBefore(there)
                ? CompletableFuture.failedFuture(new ScorerException(ScorerErrorCode.MODEL_UNAVAILABLE, "not there"))
                : CompletableFuture.completedFuture(new SurvivalScore(
                        SurvivalAssessment.of(0.5, 0), SurvivalExplanation.NONE, "survival", "3", "abc"));
    }

    @Override
    public CompletionStage<SurvivalScore> score(ScoreRequest request, boolean explain) {
        explained.add(explain);
        asked.add(request);
        return answers.isEmpty() ? unprepared.get() : answers.remove();
    }

    @Override
    public void close() {
        closed = true;
    }
}
