package org.vigie.model.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.model.grpc.GrpcMessageMapper;
import org.vigie.model.grpc.v2.GRPCInferenceServiceGrpc.GRPCInferenceServiceImplBase;
import org.vigie.model.grpc.v2.ModelInferRequest;
import org.vigie.model.grpc.v2.ModelInferResponse;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;

class GrpcScorerTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final ModelInferResponse ANSWER = answer("probability", 0.25f);

    private final AtomicReference<ModelInferRequest> asked = new AtomicReference<>();
    private final AtomicReference<Consumer<StreamObserver<ModelInferResponse>>> reply = new AtomicReference<>();
    private Server server;
    private SurvivalScorer scorer;

    @BeforeEach
    void start() throws IOException {
        server = server(0);
        scorer = scorer("3", TIMEOUT);
        answers(ANSWER);
    }

    @AfterEach
    void stop() {
        scorer.close();
        server.shutdownNow();
    }

    @Test
    void aWindowIsScored() throws Exception {
        assertThat(ask(false))
                .isEqualTo(new SurvivalScore(
                        SurvivalAssessment.of(0.25, Double.NaN), SurvivalExplanation.NONE, "survival", "3", "abc"));
        assertThat(asked.get().getModelName()).isEqualTo("survival");
        assertThat(asked.get().getModelVersion()).isEqualTo("3");
        assertThat(asked.get().getInputsList())
                .extracting("name")
                .containsExactly("values", "measured", "ages", "statics");
        assertThat(asked.get().getRawInputContents(0).size()).isEqualTo(4 * 48 * 37);
        assertThat(asked.get().getOutputsList()).isEmpty();
    }

    @Test
    void theRecipeOfAWindowIsSentWithIt() throws Exception {
        // when
        scorer.score(AwaitedScorer.UNMEASURED.preparedBy("c0ffee"), false)
                .toCompletableFuture()
                .get();

        // then
        assertThat(GrpcMessageMapper.request(asked.get()).recipe()).isEqualTo("c0ffee");
    }

    @Test
    void aRequestForAnExplanationNamesEveryOutput() throws Exception {
        // when
        ask(true);

        // then
        assertThat(asked.get().getOutputsList())
                .extracting("name")
                .contains("probability", "survival", "contributions", "static_contributions");
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, BAD_REQUEST",
        "NOT_FOUND,        MODEL_UNAVAILABLE",
        "RESOURCE_EXHAUSTED, OVERLOADED",
        "INTERNAL,         MODEL_UNAVAILABLE",
        "UNIMPLEMENTED,    MODEL_UNAVAILABLE"
    })
    void aRefusalKeepsItsReasonAndGetsACode(Status.Code status, ScorerErrorCode code) {
        // when
        refuses(status);

        // then
        assertThat(failure()).hasMessage(code + ": because");
    }

    @Test
    void aServerThatStopsIsUnavailable() {
        // when
        refuses(Status.Code.UNAVAILABLE);

        // then
        assertThat(failure()).hasMessageStartingWith("MODEL_UNAVAILABLE: cannot reach grpc://127.0.0.1:");
    }

    @Test
    void anAnswerWithoutSenseIsNoScore() {
        for (ModelInferResponse senseless : List.of(
                ModelInferResponse.getDefaultInstance(),
                answer("other", 0.25f),
                answer("probability", 7),
                answer("probability"),
                ANSWER.toBuilder()
                        .setOutputs(0, ANSWER.getOutputs(0).toBuilder().setDatatype("INT64"))
                        .build(),
                ANSWER.toBuilder()
                        .setOutputs(0, ANSWER.getOutputs(0).toBuilder().addShape(2))
                        .build())) {
            answers(senseless);

            assertThat(failure()).hasMessageStartingWith("MODEL_UNAVAILABLE: the server's answer makes no sense");
        }
    }

    @Test
    void aServerThatRestartsIsCalledWithoutABackOff() throws Exception {
        // given: it is gone, and was asked in vain
        int port = server.getPort();
        server.shutdownNow().awaitTermination();
        for (int call = 0; call < 4; call++) {
            assertThat(failure().code()).isEqualTo(ScorerErrorCode.MODEL_UNAVAILABLE);
        }

        // when
        server = server(port);

        // then: one of the next calls, of a millisecond each, where gRPC alone waits a second and longer
        assertThat(IntStream.range(0, 200).anyMatch(call -> isAnswered())).isTrue();
    }

    private boolean isAnswered() {
        return scorer.score(AwaitedScorer.UNMEASURED, false)
                .handle((score, failure) -> failure == null)
                .toCompletableFuture()
                .join();
    }

    @Test
    void aCallToAServerThatDoesNotAnswerInTimeIsRetried() throws Exception {
        // when, then
        try (SurvivalScorer impatient = scorer("", Duration.ofMillis(200))) {
            reply.set(silent -> {});
            assertThat(new AwaitedScorer(impatient).failure())
                    .hasMessageStartingWith("TIMEOUT: no answer from grpc://127.0.0.1:");
        }
        // when
        answers(ANSWER);

        // then
        assertThat(ask(false).modelVersion()).isEqualTo("3");
    }

    @Test
    void aClosedScorerAnswersThatItIsClosed() {
        // when
        scorer.close();

        // then
        assertThat(failure().code()).isEqualTo(ScorerErrorCode.MODEL_UNAVAILABLE);
    }

    @Test
    void anAddressWithoutAPortIsRefused() {
        for (String url : List.of("grpc://127.0.0.1", "grpc://:1", "grpc://127.0.0.1:18001/v2")) {
            assertThatThrownBy(() -> new InferenceClientConfig(url, "m", "", TIMEOUT, true))
                    .hasMessageStartingWith("scorer.url: must be grpc://host:port");
        }
    }

    private Server server(int port) throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(new GRPCInferenceServiceImplBase() {
                    @Override
                    public void modelInfer(ModelInferRequest request, StreamObserver<ModelInferResponse> observer) {
                        asked.set(request);
                        reply.get().accept(observer);
                    }
                })
                .build()
                .start();
    }

    private SurvivalScorer scorer(String version, Duration timeout) {
        return new InferenceClientConfig("grpc://127.0.0.1:" + server.getPort(), "survival", version, timeout, true)
                .openScorer();
    }

    private void answers(ModelInferResponse answer) {
        reply.set(observer -> {
            observer.onNext(answer);
            observer.onCompleted();
        });
    }

    private void refuses(Status.Code status) {
        reply.set(observer ->
                observer.onError(status.toStatus().withDescription("because").asRuntimeException()));
    }

    private static ModelInferResponse answer(String output, float... numbers) {
        return GrpcMessageMapper.of(
                new InferResponse(
                        "",
                        "survival",
                        "3",
                        "abc",
                        List.of(new FloatTensor(output, new long[] {numbers.length}, numbers))),
                true);
    }

    private SurvivalScore ask(boolean explain) throws Exception {
        return new AwaitedScorer(scorer).score(explain);
    }

    private ScorerException failure() {
        return new AwaitedScorer(scorer).failure();
    }
}
