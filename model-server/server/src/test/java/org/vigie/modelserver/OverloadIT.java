package org.vigie.modelserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/** Tests a server with one place in its queue and an answer time of one millisecond under many large requests. */
class OverloadIT {
    private static final int ROWS = 64;
    private static final int CALLERS = 24;
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    private static Path models;

    private static TestServer server;
    private static ModelServerClient client;

    private final InferRequest much = much();

    @BeforeAll
    static void start() throws IOException {
        TestServer.copy(models, "1");
        server = TestServer.start(models, VersionPolicy.ALL, 1, Duration.ofMillis(1));
        client = server.wire();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void overHttpRequestsAreAnsweredRefusedOrTimedOutOnly() {
        // given
        Set<Integer> seen = new TreeSet<>();

        // when, then
        await().atMost(TIMEOUT).until(() -> {
            List<CompletableFuture<Integer>> burst = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> client.ask(much))
                    .toList();
            burst.forEach(answer -> seen.add(answer.join()));
            return seen.containsAll(Set.of(429, 504));
        });

        assertThat(Set.of(200, 429, 504)).containsAll(seen);
    }

    @Test
    void overGrpcLikewise() {
        // given
        Set<Status.Code> seen = EnumSet.noneOf(Status.Code.class);

        // when, then
        await().atMost(TIMEOUT).until(() -> {
            var burst = Stream.generate(() -> client.grpcLater().modelInfer(GrpcRequests.raw(much)))
                    .limit(CALLERS)
                    .toList();
            for (var answer : burst) {
                seen.add(code(answer));
            }
            return seen.containsAll(Set.of(Status.Code.RESOURCE_EXHAUSTED, Status.Code.DEADLINE_EXCEEDED));
        });

        assertThat(Set.of(Status.Code.OK, Status.Code.RESOURCE_EXHAUSTED, Status.Code.DEADLINE_EXCEEDED))
                .containsAll(seen);
    }

    private static Status.Code code(Future<?> answer) throws InterruptedException {
        try {
            answer.get();
            return Status.Code.OK;
        } catch (ExecutionException e) {
            return ((StatusRuntimeException) e.getCause()).getStatus().getCode();
        }
    }

    private static InferRequest much() {
        ScoreRequest window = ScoreRequest.of(WindowImputer.fill(new HourlyGrid(), 1), StaticFeatures.UNKNOWN);
        return new InferRequest("", GrpcRequests.tensors(Collections.nCopies(ROWS, window)), List.of(), true);
    }
}
