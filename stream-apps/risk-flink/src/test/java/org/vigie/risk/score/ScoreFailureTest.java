package org.vigie.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;

/** Tests what becomes of a window when the model server fails. */
class ScoreFailureTest extends ScoreJobStory {
    @Test
    void aFailureThatMayPassIsRetried() throws Exception {
        // given
        scorer.fail(ScorerErrorCode.TIMEOUT).fail(ScorerErrorCode.OVERLOADED).answer(0.5);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).extracting(RiskScore::getProbability).containsExactly(0.5);
        assertThat(scorer.asked).hasSize(3);
    }

    @Test
    void afterTheLastAttemptTheAnswerHasTheReasonForItsMissingScore() throws Exception {
        // given
        scorer.fail(ScorerErrorCode.MODEL_UNAVAILABLE)
                .fail(ScorerErrorCode.MODEL_UNAVAILABLE)
                .fail(ScorerErrorCode.MODEL_UNAVAILABLE);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).singleElement().satisfies(score -> {
            assertThat(score.getStatus()).isEqualTo(ScoreStatus.UNAVAILABLE);
            assertThat(score.getProbability()).isNull();
            assertThat(score.getReason()).isEqualTo("MODEL_UNAVAILABLE: as prepared");
            assertThat(score.getModel()).isEqualTo("survival-lstm");
        });
        assertThat(scorer.asked).hasSize(3);
    }

    @Test
    void aRefusedRequestIsNotRepeated() throws Exception {
        // given
        scorer.fail(ScorerErrorCode.BAD_REQUEST);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).extracting(RiskScore::getReason).containsExactly("BAD_REQUEST: as prepared");
        assertThat(scorer.asked).hasSize(1);
    }

    @Test
    void aScorerThatBreaksItsContractStopsNothing() throws Exception {
        // given
        scorer.fail(new IllegalStateException("oops")).answer(0.5);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).extracting(RiskScore::getProbability).containsExactly(0.5);
    }

    @Test
    void aServerThatDoesNotAnswerMakesTheWindowUnavailable() throws Exception {
        // when the scorer has no answer prepared
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores)
                .extracting(RiskScore::getStatus, RiskScore::getReason)
                .containsExactly(tuple(ScoreStatus.UNAVAILABLE, "GAVE_UP: no answer within PT5S"));
    }

    @Test
    void aModelServerThatStartsSomeSecondsLateLeavesNoBedWithoutItsScore() throws Exception {
        // given: the server is reachable 25 s after the first of many requests
        ScoreConfig ordinary = ScoreConfig.defaults();
        scorer.failUntil(clock.instant().plusSeconds(25), clock);

        // when
        List<RiskScore> scores = ask(ordinary, Collections.nCopies(ordinary.inFlight(), window), STEP);

        // then
        assertThat(scores)
                .extracting(RiskScore::getProbability)
                .hasSize(ordinary.inFlight())
                .containsOnly(0.5);
        assertThat(scorer.asked).as("pauses grow").hasSizeLessThanOrEqualTo(9 * ordinary.inFlight());
    }

    @Test
    void anOpenBreakerAnswersWithoutAsking() throws Exception {
        // given: nothing but failures for longer than the breaker takes to open
        scorer.failUntil(Instant.MAX, clock);

        // when
        List<RiskScore> scores = ask(SETTINGS, Collections.nCopies(10, window), Duration.ofSeconds(6));

        // then
        assertThat(scores).hasSize(10);
        assertThat(scores.get(9).getReason())
                .startsWith("BREAKER_OPEN: the model server fails since 2026-03-01T12:00:00Z and is asked again at");
        assertThat(scorer.asked).hasSizeLessThan(30);
    }
}
