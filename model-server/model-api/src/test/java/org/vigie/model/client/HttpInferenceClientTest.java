package org.vigie.model.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferenceBody;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;

class HttpInferenceClientTest {
    private static final String PATH = "/v2/models/survival-lstm/infer";
    private static final String ANSWER = """
            {"model_name":"survival-lstm","model_version":"3","parameters":{"digest":"abc"},
             "outputs":[{"name":"probability","datatype":"FP32","shape":[1],"data":[0.25]}]}""";

    private final AtomicReference<InferRequest> asked = new AtomicReference<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWindowIsScored(boolean binary) throws Exception {
        // given
        answer(200, ANSWER);

        // when
        SurvivalScore score = ask(config(binary));

        // then
        assertThat(score)
                .isEqualTo(new SurvivalScore(
                        SurvivalAssessment.of(0.25, Double.NaN),
                        SurvivalExplanation.NONE,
                        "survival-lstm",
                        "3",
                        "abc"));
        assertThat(asked.get().inputs()).extracting("name").containsExactly("values", "measured", "ages", "statics");
        assertThat(asked.get().inputs().get(0).shape()).containsExactly(1, 48, 37);
        assertThat(asked.get().outputs()).isEmpty();
    }

    @Test
    void anAbstentionNamesWhatWouldHelp() throws Exception {
        // when
        answer(200, """
                {"model_name":"survival","model_version":"1","outputs":[
                 {"name":"probability","datatype":"FP32","shape":[1],"data":[-1]},
                 {"name":"imputed_share","datatype":"FP32","shape":[1],"data":[0.75]},
                 {"name":"abstained","datatype":"FP32","shape":[1],"data":[1]},
                 {"name":"most_helpful","datatype":"FP32","shape":[1],"data":[16]}]}""");

        // then
        assertThat(ask(config(true)).assessment()).isEqualTo(SurvivalAssessment.abstaining(0.75, 16));
    }

    @Test
    void aRequestForAnExplanationNamesEveryOutput() throws Exception {
        // given
        answer(200, ANSWER);

        // when
        try (SurvivalScorer client = config(true).openScorer()) {
            new AwaitedScorer(client).score(true);
        }

        // then
        assertThat(asked.get().outputs()).contains("probability", "survival", "contributions", "static_contributions");
    }

    @ParameterizedTest
    @CsvSource({
        "400,BAD_REQUEST",
        "413,BAD_REQUEST",
        "404,MODEL_UNAVAILABLE",
        "429,OVERLOADED",
        "503,MODEL_UNAVAILABLE",
        "504,TIMEOUT"
    })
    void aRefusalKeepsItsReasonAndGetsACode(int status, ScorerErrorCode code) {
        // given
        answer(status, "{\"error\":\"because\"}");

        // when, then
        assertThatThrownBy(() -> ask(config(true)))
                .cause()
                .isInstanceOf(ScorerException.class)
                .hasMessage(code + ": because");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{}", "{\"model_name\":\"m\",\"outputs\":[]}"})
    void anAnswerWithoutSenseIsNoScore(String body) {
        // when
        answer(200, body);

        // then
        assertThat(failure(config(true)).code()).isEqualTo(ScorerErrorCode.MODEL_UNAVAILABLE);
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        // when
        server.stop(0);

        // then
        assertThat(failure(config(true)).code()).isEqualTo(ScorerErrorCode.MODEL_UNAVAILABLE);
    }

    @Test
    void aServerThatDoesNotAnswerInTimeTimesOut() {
        // given
        server.createContext(PATH, exchange -> {});
        InferenceClientConfig impatient =
                new InferenceClientConfig(url(), "survival-lstm", "", Duration.ofMillis(200), true);

        // when, then
        assertThat(failure(impatient).code()).isEqualTo(ScorerErrorCode.TIMEOUT);
    }

    @Test
    void aServerThatStallsAfterItsHeadersTimesOut() {
        // given
        server.createContext(PATH, exchange -> exchange.sendResponseHeaders(200, 5));
        InferenceClientConfig impatient =
                new InferenceClientConfig(url(), "survival-lstm", "", Duration.ofMillis(200), true);

        // when, then
        assertThat(failure(impatient).code()).isEqualTo(ScorerErrorCode.TIMEOUT);
    }

    @Test
    void aVersionIsRequestedByName() throws Exception {
        // when
        server.createContext("/v2/models/survival-lstm/versions/3/infer", exchange -> {
            exchange.sendResponseHeaders(200, ANSWER.length());
            exchange.getResponseBody().write(ANSWER.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        // then
        assertThat(ask(new InferenceClientConfig(url(), "survival-lstm", "3", Duration.ofMinutes(10), true))
                        .modelVersion())
                .isEqualTo("3");
    }

    @Test
    void aClosedClientAnswersThatItIsClosed() {
        // given
        SurvivalScorer client = config(true).openScorer();

        // when
        client.close();

        // then
        assertThat(client.score(AwaitedScorer.UNMEASURED, false).toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void theConfigurationTravelsToAnotherJvm() throws Exception {
        // given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(InferenceClientConfig.defaults());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            // when, then
            assertThat(in.readObject()).isEqualTo(InferenceClientConfig.defaults());
        }
    }

    @Test
    void aBadConfigurationNamesItsKey() {
        assertThatThrownBy(() -> new InferenceClientConfig("127.0.0.1:1", "m", "", Duration.ofSeconds(1), true))
                .hasMessageStartingWith("scorer.url: must");
        assertThatThrownBy(() -> new InferenceClientConfig("http://a", " ", "", Duration.ofSeconds(1), true))
                .hasMessageStartingWith("scorer.model: must");
        assertThatThrownBy(() -> new InferenceClientConfig("http://a", "m", "", Duration.ZERO, true))
                .hasMessage("scorer.timeout: must be positive, was PT0S");
    }

    private void answer(int status, String body) {
        server.createContext(PATH, exchange -> {
            byte[] request = exchange.getRequestBody().readAllBytes();
            String jsonLength = exchange.getRequestHeaders().getFirst(InferenceBody.HEADER);
            asked.set((jsonLength == null
                            ? InferenceBody.json(request)
                            : new InferenceBody(request, Integer.parseInt(jsonLength)))
                    .toRequest());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private InferenceClientConfig config(boolean binary) {
        return new InferenceClientConfig(url(), "survival-lstm", "", Duration.ofMinutes(10), binary);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static SurvivalScore ask(InferenceClientConfig config) throws Exception {
        try (SurvivalScorer client = config.openScorer()) {
            return new AwaitedScorer(client).score(false);
        }
    }

    private static ScorerException failure(InferenceClientConfig config) {
        try (SurvivalScorer client = config.openScorer()) {
            return new AwaitedScorer(client).failure();
        }
    }
}
