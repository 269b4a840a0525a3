package org.vigie.modelserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.vigie.modelserver.InferenceRequestSamples.request;
import static org.vigie.modelserver.InferenceRequestSamples.window;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.access.AccessRole;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.model.grpc.v2.ModelInferRequest;
import org.vigie.model.grpc.v2.ModelInferResponse;
import org.vigie.model.grpc.v2.ModelMetadataRequest;
import org.vigie.model.grpc.v2.ModelReadyRequest;
import org.vigie.model.grpc.v2.ServerLiveRequest;
import org.vigie.model.grpc.v2.ServerMetadataRequest;
import org.vigie.model.grpc.v2.ServerReadyRequest;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.model.score.WindowEstimator;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowEstimates;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import triton.client.InferInput;
import triton.client.InferRequestedOutput;
import triton.client.InferenceException;
import triton.client.InferenceServerClient;
import triton.client.pojo.DataType;

/** Tests the shipped model over both protocols. A damaged bundle is in the same folder. */
class ModelServerIT {
    private static final String INFER = "/v2/models/survival-lstm/infer";
    private static final int MAX_BODY = TestServer.MAX_BODY;
    private static final int HEART_RATE = 14;
    private static final Pattern WAITING = Pattern.compile("vigie_inference_waiting\\{[^}]*} [1-9]");

    @TempDir
    static Path models;

    private static TestServer running;
    private static ModelServer server;
    private static ModelServerClient wire;
    private static ModelCard card;

    @BeforeAll
    static void start() throws IOException {
        TestServer.copy(models, "1");
        Files.writeString(
                TestServer.copy(models, "2").resolve(ModelBundle.CARD),
                Files.readString(TestServer.SHIPPED.resolve(ModelBundle.CARD)));
        card = ModelBundle.open(TestServer.SHIPPED).card();
        running = TestServer.withImputer(models);
        server = running.server();
        wire = running.wire();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void theScorersOfTheWardGetAScoreThatNamesItsModel() throws Exception {
        for (SurvivalScorer wired :
                List.of(scorer(grpc(), true), scorer(server.url(), true), scorer(server.url(), false))) {
            try (SurvivalScorer scorer = wired) {
                SurvivalScore score =
                        scorer.score(window(3), false).toCompletableFuture().get(10, TimeUnit.MINUTES);

                assertThat(score.assessment().probability()).isEqualTo(expected(3));
                assertThat(score.model()).isEqualTo("survival-lstm");
                assertThat(score.modelVersion()).isEqualTo("1");
                assertThat(score.modelDigest()).isEqualTo(card.digest());
            }
        }
    }

    @Test
    void theImputerEstimatesTheHoursWithoutAMeasurementOverBothProtocols() throws Exception {
        // given: a heart rate in each of six hours but the last
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < 5; hour++) {
            grid.add(hour, HEART_RATE, 80);
        }
        FilledWindow window = WindowImputer.fill(grid, 5);
        String shipped = WindowImputer.shipped().recipe().digest();
        for (String url : List.of(grpc(), server.url())) {
            try (WindowEstimator estimator = imputer(url)) {
                // when
                WindowEstimates estimates = estimator
                        .estimate(window, shipped)
                        .toCompletableFuture()
                        .get(10, TimeUnit.MINUTES);

                // then
                int place = Arrays.binarySearch(estimates.cells(), 47 * HourlyGrid.SERIES + HEART_RATE);
                assertThat(estimates.imputer().name()).isEqualTo("imputer-attention");
                assertThat(estimates.imputer().digest()).hasSize(64);
                assertThat(estimates.values()[place]).isBetween(70F, 90F);
                assertThat(estimates.lows()[place]).isLessThan(estimates.highs()[place]);
                assertThat(estimator.estimate(window, "0123456789abcdef"))
                        .failsWithin(Duration.ofMinutes(10))
                        .withThrowableThat()
                        .withMessageContaining("prepared by 0123456789ab, imputer-attention 1 was trained with");
            }
        }
    }

    @Test
    void theTwoSidedImputerUsesTheHoursAfterAGap() throws Exception {
        // given: a rate of 60, three hours without one, and a rate of 120
        HourlyGrid grid = new HourlyGrid();
        grid.add(0, HEART_RATE, 60);
        grid.add(4, HEART_RATE, 120);
        FilledWindow window = WindowImputer.fill(grid, 4);
        int lastEmptyHour = 46 * HourlyGrid.SERIES + HEART_RATE;

        // when
        float earlierHours = estimate(imputer(grpc()), window, lastEmptyHour);
        float allHours = estimate(imputer(grpc(), "imputer-attention-two-sided"), window, lastEmptyHour);

        // then
        assertThat(allHours).isGreaterThan(earlierHours + 10);
    }

    private static float estimate(WindowEstimator opened, FilledWindow window, int cell) throws Exception {
        try (WindowEstimator estimator = opened) {
            WindowEstimates estimates =
                    estimator.estimate(window, "").toCompletableFuture().get(10, TimeUnit.MINUTES);
            return estimates.values()[Arrays.binarySearch(estimates.cells(), cell)];
        }
    }

    private static WindowEstimator imputer(String url) {
        return imputer(url, "imputer-attention");
    }

    private static WindowEstimator imputer(String url, String name) {
        return new InferenceClientConfig(url, name, "", Duration.ofMinutes(10), true)
                .withTokenFile(TestServer.tokenFile())
                .openEstimator();
    }

    @Test
    void everyWireGivesTheSameAnswer() throws Exception {
        // given
        float[] json =
                wire.infer(request(false, 1, 2), false).output("probability").data();
        float[] binary =
                wire.infer(request(true, 1, 2), true).output("probability").data();
        float[] typed = floats(wire.grpc().modelInfer(GrpcRequests.typed(request(false, 1, 2))));

        // when
        float[] raw = GrpcRequests.rawFloats(wire.grpc().modelInfer(GrpcRequests.raw(request(true, 1, 2))));

        // then
        assertThat(json).hasSize(2).doesNotHaveDuplicates();
        assertThat(binary).isEqualTo(json);
        assertThat(typed).isEqualTo(json);
        assertThat(raw).isEqualTo(json);
    }

    /** The Java client of Triton's project, as it lies on Maven Central, not changed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tritonsOwnClientGetsTheSameAnswer(boolean binary) throws Exception {
        // given
        List<InferInput> inputs = new ArrayList<>();
        for (FloatTensor tensor : request(binary, 1, 2).inputs()) {
            InferInput input = new InferInput(tensor.name(), tensor.shape(), DataType.FP32);
            input.setData(tensor.data(), binary);
            inputs.add(input);
        }
        var proxy = TokenAddingProxy.start(server.url(), TestServer.bearer(AccessRole.SERVICE));
        InferenceServerClient triton = new InferenceServerClient("127.0.0.1:" + proxy.port(), 600_000, 600_000);
        List<InferRequestedOutput> outputs = List.of(new InferRequestedOutput("probability", binary));

        // when, then
        try {
            assertThat(triton.infer("survival-lstm", inputs, outputs).getOutputAsFloat("probability"))
                    .isEqualTo(wire.infer(request(false, 1, 2), false)
                            .output("probability")
                            .data());
            assertThatThrownBy(() -> triton.infer("unheard", inputs, outputs))
                    .isInstanceOf(InferenceException.class)
                    .hasMessageContaining("no model 'unheard'");
        } finally {
            triton.close();
            proxy.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyCallersAtOnceEachGetTheirOwnAnswer(boolean grpc) throws Exception {
        // given
        List<CompletableFuture<SurvivalScore>> scores = new ArrayList<>();
        try (SurvivalScorer scorer = scorer(grpc ? grpc() : server.url(), true)) {
            for (int i = 0; i < 100; i++) {
                scores.add(scorer.score(window(i % 7), false).toCompletableFuture());
            }

            // when, then
            for (int i = 0; i < 100; i++) {
                assertThat(scores.get(i).get(10, TimeUnit.MINUTES).assessment().probability())
                        .isCloseTo(expected(i % 7), within(1e-6));
            }
        }
    }

    @Test
    void healthShowsTheDeviceAndWhatWasRefused() throws Exception {
        // when
        HttpResponse<String> ready = wire.get("/v2/health/ready");

        // then
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("\"ready\":true", "\"device\":\"cpu\"", card.digest())
                .contains("\"survival-lstm/2\":\"its card says survival-lstm/1\"");
        assertThat(wire.get("/v2/health/live").statusCode()).isEqualTo(200);
        assertThat(wire.grpc()
                        .serverLive(ServerLiveRequest.getDefaultInstance())
                        .getLive())
                .isTrue();
        assertThat(wire.grpc()
                        .serverReady(ServerReadyRequest.getDefaultInstance())
                        .getReady())
                .isTrue();
    }

    @Test
    void aForeignPageUnloadsNoModel() throws Exception {
        // when, then
        for (String path : List.of("/v2/repository/models/survival-lstm/unload", "/v2/models/survival-lstm/infer")) {
            HttpResponse<String> refused = wire.postFrom("http://evil.example", path, "{}");

            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).contains("\"error\"", "Origin");
        }
        assertThat(wire.get("/v2/models/survival-lstm/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aForeignNameForThisServerIsRefusedOverGrpc() {
        assertThat(wire.grpcAs("localhost")
                        .serverLive(ServerLiveRequest.getDefaultInstance())
                        .getLive())
                .isTrue();
        for (String name : List.of("evil.example", "localhost.evil.example:18001", "127.0.0.1.nip.io")) {
            assertThatThrownBy(() -> wire.grpcAs(name).serverLive(ServerLiveRequest.getDefaultInstance()))
                    .hasMessageContaining("PERMISSION_DENIED")
                    .hasMessageContaining("Host");
        }
    }

    @Test
    void metadataIsTheProtocols() throws Exception {
        assertThat(wire.get("/v2").body()).contains("\"name\":\"vigie-model-server\"", "binary_tensor_data");
        assertThat(wire.get("/v2/models/survival-lstm/versions/1").body())
                .contains(
                        "\"versions\":[\"1\"]",
                        "{\"name\":\"values\",\"datatype\":\"FP32\",\"shape\":[-1,48,37]}",
                        "\"device\":\"cpu\"");
        assertThat(wire.get("/v2/models/survival-lstm/ready").statusCode()).isEqualTo(200);
        assertThat(wire.grpc()
                        .serverMetadata(ServerMetadataRequest.getDefaultInstance())
                        .getName())
                .isEqualTo("vigie-model-server");
        assertThat(wire.grpc()
                        .modelMetadata(ModelMetadataRequest.newBuilder()
                                .setName("survival-lstm")
                                .build())
                        .getInputs(0)
                        .getShapeList())
                .containsExactly(-1L, 48L, 37L);
        assertThat(wire.grpc()
                        .modelReady(ModelReadyRequest.newBuilder()
                                .setName("survival-lstm")
                                .build())
                        .getReady())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /v2/models/survival-lstm/infer            | nonsense                                                               | 400 | not JSON
            /v2/models/survival-lstm/infer            | {'inputs':[]}                                                          | 400 | takes [values, measured, ages, statics]
            /v2/models/survival-lstm/infer            | {'inputs':[{'name':'a','datatype':'INT64','shape':[1],'data':[1]}]}    | 400 | datatype must be FP32
            /v2/models/survival-lstm/infer            | {'inputs':[{'name':'a','datatype':'FP32','shape':[1],'data':[NaN]}]}   | 400 | not JSON
            /v2/models/unheard/infer                  | {'inputs':[]}                                                          | 404 | no model 'unheard'
            /v2/models/survival-lstm/versions/9/infer | {'inputs':[]}                                                          | 404 | has no version '9'
            /v2/nowhere                               | {'inputs':[]}                                                          | 404 | not found
            """)
    void aRefusalIsTheProtocols(String path, String body, int status, String reason) throws Exception {
        // when
        HttpResponse<String> response = wire.post(path, body.replace('\'', '"'));

        // then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).startsWith("{\"error\":\"").contains(reason);
    }

    @Test
    void aShapeThatDoesNotFitIsRefused() throws Exception {
        // given
        FloatTensor values = request(true, 1).inputs().get(0);
        List<FloatTensor> inputs = new ArrayList<>(request(true, 1).inputs());
        inputs.set(0, new FloatTensor(values.name(), new long[] {1, 37, 48}, values.data()));
        InferRequest turned = new InferRequest("", inputs, List.of(), true);

        // when, then
        assertRefused(wire.post(turned), "values: shape must be [-1, 48, 37], was [1, 37, 48]");
    }

    @Test
    void aNumberThatIsNoneIsRefused() throws Exception {
        // given
        InferRequest broken = request(true, 1);

        // when
        broken.inputs().get(0).data()[5] = Float.POSITIVE_INFINITY;

        // then
        assertRefused(wire.post(broken), "values: must be finite");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.vigie.modelserver.InferenceRequestSamples#refusedOverGrpc")
    void gRpcRefusesWithWhatWasExpectedAndAnswersTheNextRequest(String fault, ModelInferRequest broken, String refusal)
            throws Exception {
        assertThatThrownBy(() -> wire.grpc().modelInfer(broken))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageStartingWith(refusal);

        assertThat(GrpcRequests.rawFloats(wire.grpc().modelInfer(GrpcRequests.raw(request(true, 1)))))
                .containsExactly((float) expected(1));
    }

    @Test
    void anOversizedBodyIsRefused() throws Exception {
        // when
        HttpResponse<String> response = wire.post(INFER, " ".repeat(MAX_BODY + 1));

        // then
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).startsWith("{\"error\":");
    }

    @Test
    void aClosedConnectionIsNotWaitedFor() {
        // given
        ModelInferRequest much = GrpcRequests.raw(request(true, new int[64]));

        // when, then: the server holds requests that are not computed yet when their callers leave
        await().atMost(Duration.ofMinutes(10)).until(() -> {
            var calls = Stream.generate(() -> wire.grpcLater().modelInfer(much))
                    .limit(8)
                    .toList();
            await().forever().until(() -> isOneWaiting() || calls.stream().allMatch(Future::isDone));
            calls.forEach(call -> call.cancel(true));
            return wire.get("/metrics").body().contains("outcome=\"CANCELLED\"");
        });
    }

    private static boolean isOneWaiting() throws Exception {
        return WAITING.matcher(wire.get("/metrics").body()).find();
    }

    @Test
    void whatWasAnsweredIsCounted() throws Exception {
        // when
        wire.infer(request(false, 1), false);
        wire.post(INFER, "{\"inputs\":[]}");
        wire.post("/v2/models/unheard/infer", "{\"inputs\":[]}");

        // then
        assertThat(wire.get("/metrics").body())
                .containsPattern(
                        "vigie_inference_requests_total\\{device=\"cpu\",model=\"survival-lstm\",outcome=\"OK\",version=\"1\"} [1-9]")
                .containsPattern("outcome=\"INVALID\",version=\"1\"} [1-9]")
                .containsPattern("vigie_inference_unknown_model_total [1-9]")
                .containsPattern("vigie_inference_duration_seconds_bucket\\{[^}]*le=\"\\+Inf\"} [1-9]")
                .containsPattern("vigie_inference_queue_seconds_bucket\\{[^}]*le=\"\\+Inf\"} [1-9]")
                .containsPattern("vigie_inference_batch_rows_bucket\\{[^}]*le=\"1.0\"} [1-9]");
    }

    @Test
    void aTakenPortIsReportedAndLeavesNothingOpen() {
        // given
        var taken = TestServer.config(server.httpPort(), models, VersionPolicy.ALL, 1, Duration.ofSeconds(1));

        // when, then
        assertThatThrownBy(() -> ModelServer.start(taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("httpPort: cannot listen on 127.0.0.1:" + server.httpPort());
    }

    @Test
    void aMissingFolderOfModelsIsReported() {
        // given
        var nowhere = TestServer.config(0, Path.of("/nowhere"), VersionPolicy.ALL, 1, Duration.ofSeconds(1));

        // when, then
        assertThatThrownBy(() -> ModelServer.start(nowhere)).hasMessage("models: no folder /nowhere");
    }

    private static void assertRefused(HttpResponse<String> response, String reason) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":\"").contains(reason);
    }

    private static double expected(int seed) throws Exception {
        return wire.infer(request(false, seed), false).output("probability").data()[0];
    }

    private static SurvivalScorer scorer(String url, boolean binary) {
        return new InferenceClientConfig(url, "survival-lstm", "", Duration.ofMinutes(10), binary)
                .withTokenFile(TestServer.tokenFile())
                .openScorer();
    }

    private static String grpc() {
        return "grpc://127.0.0.1:" + server.grpcPort();
    }

    private static float[] floats(ModelInferResponse response) {
        List<Float> contents = response.getOutputs(0).getContents().getFp32ContentsList();
        float[] floats = new float[contents.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = contents.get(i);
        }
        return floats;
    }
}
