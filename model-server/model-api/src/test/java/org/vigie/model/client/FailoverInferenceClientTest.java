package org.vigie.model.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalScorer;

/** Tests which of several model servers is asked. */
class FailoverInferenceClientTest {
    private final StubbedServer first = new StubbedServer();
    private final StubbedServer second = new StubbedServer();
    private final SurvivalScorer scorer =
            new ServedScorer(new FailoverInferenceClient(List.of(first, second)), new InferenceScoreMapper(true));

    @Test
    void afterAFailureOfTheServerTheNextOneIsAskedUntilItFails() {
        // given
        ask();

        // when
        first.fail(0, ScorerErrorCode.TIMEOUT);
        ask();
        ask();
        second.fail(0, ScorerErrorCode.MODEL_UNAVAILABLE);
        ask();

        // then
        assertThat(first.answers).hasSize(2);
        assertThat(second.answers).hasSize(2);
    }

    @Test
    void requestsThatFailAtTheSameTimeMoveOnOnce() {
        // given
        ask();
        ask();

        // when
        first.fail(0, ScorerErrorCode.OVERLOADED);
        first.fail(1, ScorerErrorCode.OVERLOADED);
        ask();

        // then
        assertThat(second.answers).hasSize(1);
    }

    @Test
    void aRequestThatIsWrongIsNoFailureOfItsServer() {
        // given
        ask();

        // when
        first.fail(0, ScorerErrorCode.BAD_REQUEST);
        ask();

        // then
        assertThat(second.answers).isEmpty();
    }

    @Test
    void allServersAreClosed() {
        // when
        scorer.close();

        // then
        assertThat(first.closed).isTrue();
        assertThat(second.closed).isTrue();
    }

    @Test
    void severalServersAreSeparatedByCommas() {
        // when
        var config = new InferenceClientConfig("grpc://a:1, http://b", "survival", "", Duration.ofSeconds(1), true);

        // then
        assertThat(config.servers()).containsExactly(URI.create("grpc://a:1"), URI.create("http://b"));
    }

    private void ask() {
        var unused = scorer.score(AwaitedScorer.UNMEASURED, false);
    }

    /** Keeps each request open until the test answers it. */
    private static final class StubbedServer implements InferenceClient {
        final List<CompletableFuture<InferResponse>> answers = new ArrayList<>();
        boolean closed;

        void fail(int request, ScorerErrorCode code) {
            answers.get(request).completeExceptionally(new ScorerException(code, "as in the test"));
        }

        @Override
        public CompletionStage<InferResponse> infer(InferRequest request) {
            var answer = new CompletableFuture<InferResponse>();
            answers.add(answer);
            return answer;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
