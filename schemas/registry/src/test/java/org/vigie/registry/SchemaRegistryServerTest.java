package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the embedded registry's answers. Its log is a list. */
class SchemaRegistryServerTest extends RegistryContract {
    private final List<SchemaLogEntry> log = new ArrayList<>();
    private final RegistryServer server = RegistryServer.bind(RegistryAddress.loopback(0));

    @BeforeEach
    void start() {
        server.serve(new SchemaRegistry(new SchemaSubjects(), log::add), RegistryAccess.EVERYBODY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    String url() {
        return server.url();
    }

    @Test
    void aSubjectsLevelCountsBeforeThatOfAll() throws Exception {
        // given
        String subject = newSubject();
        client().register(subject, record("Dog", field("name", "\"string\"", "")));

        // when
        client().updateCompatibility(subject, "NONE");

        // then
        assertThat(client().getCompatibility(subject)).isEqualTo("NONE");
        assertThat(client().getCompatibility(null)).isEqualTo("BACKWARD");
        assertThat(client().register(subject, record("Dog", field("age", "\"int\"", ""))))
                .isEqualTo(2);
        assertThat(refusal(() -> client().getCompatibility("nobody")).getErrorCode())
                .isEqualTo(40408);
        assertThat(refusal(() -> client().updateCompatibility(subject, "SIDEWAYS"))
                        .getErrorCode())
                .isEqualTo(42203);
    }

    @Test
    void aReadOnlySubjectTakesNothingNew() throws Exception {
        // given
        String subject = newSubject();
        client().setMode("READONLY", subject);

        // then
        assertThat(client().getMode(subject)).isEqualTo("READONLY");
        assertThat(client().getMode()).isEqualTo("READWRITE");
        assertThat(refusal(() -> client().register(subject, record("Dog", ""))).getErrorCode())
                .isEqualTo(42205);
    }

    @Test
    void aDeletedSubjectIsHiddenAndItsSchemasStayReadable() throws Exception {
        // given
        String subject = newSubject();
        int id = client().register(subject, record("Dog", ""));

        // when
        assertThat(client().deleteSubject(subject)).containsExactly(1);

        // then
        assertThat(client().getAllSubjects()).doesNotContain(subject);
        assertThat(client().getSchemaById(id)).isEqualTo(record("Dog", ""));
        assertThat(client().register(subject, record("Dog", ""))).isEqualTo(id);
        assertThat(client().getAllVersions(subject)).containsExactly(2);
    }

    @Test
    void onlyADeletedSubjectCanBeDeletedForGood() throws Exception {
        // given
        String subject = newSubject();
        int id = client().register(subject, record("Dog", ""));

        // then
        assertThat(refusal(() -> client().deleteSubject(subject, true)).getErrorCode())
                .isEqualTo(40405);
        client().deleteSubject(subject);
        client().deleteSubject(subject, true);
        assertThat(refusal(() -> client().getSchemaById(id)).getErrorCode()).isEqualTo(40403);
    }

    @Test
    void whatIsNoSchemaIsRefused() throws Exception {
        assertThat(post("/subjects/x/versions", "{\"schema\":\"{}\"}"))
                .satisfies(answer -> assertRefused(answer, 422, 42201));
        assertThat(post("/subjects/x/versions", "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}"))
                .satisfies(answer -> assertRefused(answer, 422, 42201));
        assertThat(post("/subjects/x/versions", "{")).satisfies(answer -> assertRefused(answer, 400, 400));
        assertThat(post("/kitchen", "{}")).satisfies(answer -> assertRefused(answer, 404, 404));
        assertThat(log).isEmpty();
    }

    @Test
    void aForeignPageOrHostRegistersNothing() throws Exception {
        // given
        String schema = "{\"schema\":\"\\\"string\\\"\"}";
        var foreign = HttpRequest.newBuilder(URI.create(url() + "/subjects/x/versions"))
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.ofString(schema))
                .build();

        // when, then
        assertThat(HttpClient.newHttpClient().send(foreign, BodyHandlers.ofString()))
                .satisfies(answer -> assertRefused(answer, 403, 403));
        assertThat(firstLine("GET /subjects", "Host: evil.example")).contains(" 403 ");
        assertThat(firstLine("GET /subjects", "Host: localhost", "Host: evil.example"))
                .contains(" 400 ");
        assertThat(firstLine("GET http://evil.example/subjects", "Host: localhost"))
                .contains(" 403 ");
        assertThat(firstLine("GET /subjects")).contains(" 400 ");
        assertThat(firstLine("GET /subjects", "Host: localhost")).contains(" 200 ");
        assertThat(log).isEmpty();
    }

    private String firstLine(String request, String... headers) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(url()).getPort())) {
            socket.setSoTimeout(600_000);
            String head = request + " HTTP/1.1\r\n"
                    + String.join(
                            "", Stream.of(headers).map(line -> line + "\r\n").toList()) + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aTakenPortIsReportedInOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> RegistryServer.bind(RegistryAddress.loopback(taken.getLocalPort())))
                    .withMessage("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken:"
                            + " stop the program that listens there, or choose another port.");
        }
    }

    private HttpResponse<String> post(String address, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url() + address))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static void assertRefused(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"error_code\":" + code + ",");
    }

    @Test
    void clientsThatSendHalfARequestDoNotKeepOthersWaiting() throws Exception {
        // given
        List<Socket> slow = new ArrayList<>();
        for (int client = 0; client < 6; client++) {
            var socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(url()).getPort());
            socket.getOutputStream().write("POST /subjects/slow HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.UTF_8));
            slow.add(socket);
        }

        // when
        String subject = newSubject();
        int id = client().register(subject, record("Dog", ""));

        // then
        assertThat(client().getAllSubjectsById(id)).contains(subject);
        assertThat(System.getProperty("sun.net.httpserver.maxReqTime"))
                .as("a slow client is disconnected")
                .isEqualTo("20");
        for (Socket socket : slow) {
            socket.close();
        }
    }
}
