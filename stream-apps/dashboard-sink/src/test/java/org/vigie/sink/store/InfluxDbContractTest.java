package org.vigie.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.sink.SinkRecords.NOON;
import static org.vigie.sink.SinkRecords.raw;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.Stay;
import org.vigie.sink.row.LineDialect;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;
import org.vigie.testing.story.WardStory;

/**
 * Checks the requests against the description of {@code POST /api/v2/write} in InfluxDB 2's API: the query names {@code org}, {@code bucket}
 * and {@code precision}, the header is {@code Authorization: Token ...}, the body is lines, and 204 is the only answer of success. A question
 * of InfluxQL is {@code POST /query} with {@code db} and {@code epoch}.
 */
class InfluxDbContractTest {
    private static final String REFUSAL =
            "{\"code\":\"invalid\",\"message\":\"unable to parse 'bad': missing fields\"}";

    private final List<String> requests = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    @TempDir
    private Path dir;

    private HttpServer server;
    private int status = 204;
    private int asked = 403;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aBatchIsOneRequestWithBucketPrecisionAndToken() throws IOException {
        // when
        List<RefusedRow> refusals = write("a n=1i 1", "b n=2i 2");

        // then
        assertThat(refusals).isEmpty();
        assertThat(requests)
                .containsExactly("POST /api/v2/write org=ward-org&bucket=ward&precision=ns Token secret-of-the-file");
        assertThat(bodies).containsExactly("a n=1i 1\nb n=2i 2");
    }

    @Test
    void noTableIsCreated() throws IOException {
        // given
        StoreEndpoint store = store();

        // when
        new StoreSchema(store, tables()).create();

        // then
        assertThat(requests).isEmpty();
    }

    @Test
    void aRefusedBatchIsHalvedUntilTheBadLineStandsAlone() throws IOException {
        // when
        List<RefusedRow> refusals = write("a n=1i 1", "bad", "c n=3i 3");

        // then
        assertThat(refusals).extracting(refused -> refused.row().line()).containsExactly("bad");
        assertThat(refusals.get(0).answer()).contains("unable to parse 'bad': missing fields");
        assertThat(bodies).contains("a n=1i 1", "c n=3i 3");
    }

    @ParameterizedTest
    @CsvSource({"401,influxdb.tokenFile", "404,influxdb.bucket", "429,does not take rows", "503,does not take rows"})
    void anyOtherAnswerMeansThatTheStoreIsUnavailable(int answered, String hint) {
        // given
        status = answered;

        // when, then
        assertThatThrownBy(() -> write("a n=1i 1"))
                .isInstanceOf(DependencyUnavailableException.class)
                .hasMessageContaining(hint);
    }

    @Test
    void aMovementIsStoredAlsoWhereTheTokenMayNotRead() throws IOException {
        // when
        List<RefusedRow> refusals = write(movements());

        // then
        assertThat(refusals).isEmpty();
        assertThat(requests)
                .containsExactly(
                        "POST /api/v2/write org=ward-org&bucket=ward&precision=ns Token secret-of-the-file",
                        "POST /query db=ward&epoch=n Token secret-of-the-file");
    }

    @Test
    void aStoreThatDoesNotSayWhichMovementsItHoldsStopsNoWriting() throws IOException {
        // given
        asked = 503;

        // when, then
        assertThat(write(movements())).isEmpty();
    }

    private static List<StoreRow> movements() {
        Stay stay = new WardStory().bed("REA/03", "stay-1").admission(NOON, null);
        return new StoreSampleRows(tables()).ofMovements(stay, 1);
    }

    private List<RefusedRow> write(String... lines) throws IOException {
        return write(Stream.of(lines)
                .map(line -> new StoreRow("t", line, raw(1, -1)))
                .toList());
    }

    private List<RefusedRow> write(List<StoreRow> rows) throws IOException {
        StoreEndpoint store = store();
        try (var writer = new StoreWriter(store, new StoreSchema(store, tables()))) {
            return writer.write(rows);
        }
    }

    private StoreEndpoint store() throws IOException {
        Path token = Files.writeString(dir.resolve("token"), "secret-of-the-file\n");
        return new StoreEndpoint(
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "none",
                Optional.empty(),
                new InfluxDbConfig("ward", "ward-org", Optional.of(token)));
    }

    private static StoreTables tables() {
        return StoreTables.in("ward", LineDialect.INFLUXDB);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " "
                            + exchange.getRequestURI().getQuery() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(body);
            boolean isRefused = body.contains("bad");
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            int answered = exchange.getRequestURI().getPath().equals("/query") ? asked : status;
            exchange.sendResponseHeaders(isRefused ? 400 : answered, isRefused ? REFUSAL.length() : -1);
            exchange.getResponseBody().write(isRefused ? REFUSAL.getBytes(StandardCharsets.UTF_8) : new byte[0]);
        }
    }
}
