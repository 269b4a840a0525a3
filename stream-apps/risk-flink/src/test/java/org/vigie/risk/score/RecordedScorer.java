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
import org.vigie.model.score.Assessment;
import org.vigie.model.score.Explanation;
import org.vigie.model.score.Score;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.Scorer;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.Code;

/** Gives prepared answers in turn, then none at all; remembers what it was asked. */
final class RecordedScorer implements Scorer {
    final List<ScoreRequest> asked = new ArrayList<>();
    final List<Boolean> explained = new ArrayList<>();
    boolean closed;

    private final Queue<CompletableFuture<Score>> answers = new ArrayDeque<>();
    private Supplier<CompletableFuture<Score>> unprepared = CompletableFuture::new;

    RecordedScorer answer(double probability) {
        return answer(Assessment.of(probability, 0), Explanation.NONE);
    }

    RecordedScorer answer(Assessment assessment, Explanation explanation) {
        answers.add(CompletableFuture.completedFuture(new Score(assessment, explanation, "survival", "3", "abc")));
        return this;
    }

    RecordedScorer fail(Code code) {
        return fail(new ScorerException(code, "as prepared"));
    }

    RecordedScorer fail(RuntimeException why) {
        answers.add(CompletableFuture.failedFuture(why));
        return this;
    }

    /** Cannot be reached before; then it gives every window the probability 0.5. */
    void failUntil(Instant there, Clock clock) {
        unprepared = () -> clock.instant().isBefore(there)
                ? CompletableFuture.failedFuture(new ScorerException(Code.MODEL_UNAVAILABLE, "not there"))
                : CompletableFuture.completedFuture(
                        new Score(Assessment.of(0.5, 0), Explanation.NONE, "survival", "3", "abc"));
    }

    @Override
    public CompletionStage<Score> score(ScoreRequest request, boolean explain) {
        explained.add(explain);
        asked.add(request);
        return answers.isEmpty() ? unprepared.get() : answers.remove();
    }

    @Override
    public void close() {
        closed = true;
    }
}
