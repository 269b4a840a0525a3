package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the registry's answers to requests that no client of Confluent sends. */
class RegistryHttpHandlerTest {
    private final RegistryServer server = RegistryServer.bind(RegistryAddress.loopback(0));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        server.serve(new SchemaRegistry(new SchemaSubjects(), entry -> {}), RegistryAccess.EVERYBODY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void aBodyAboveTheLimitIsRefusedWithTheLimit() throws Exception {
        // given
        String body = "{\"schema\":\"" + " ".repeat(RegistryHttpHandler.MOST_BYTES) + "\"}";
        // when
        HttpResponse<String> response = post("/subjects/dog/versions", body);
        // then
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("must have at most 1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"schema\":             | 400   | cannot be read",
                "{}                         | 42201 | empty",
                "{\"schema\":\"{}\"}    | 42201 | ",
                "{\"schema\":\"\\\"string\\\"\",\"schemaType\":\"PROTOBUF\"} | 42201 | keeps Avro only",
                "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"x\"}]} | 42201 | without references",
            })
    void aBodyThatIsNoSchemaIsRefusedWithItsReason(String body, int code, String reason) throws Exception {
        // when
        HttpResponse<String> response = post("/subjects/dog/versions", body);

        // then
        assertThat(response.statusCode()).isEqualTo(code < 1_000 ? code : code / 100);
        assertThat(response.body()).contains("\"error_code\":" + code).contains(reason == null ? "" : reason);
    }

    @Test
    void anAddressThatIsNotServedIsNamedInTheRefusal() throws Exception {
        // when
        HttpResponse<String> response = post("/nothing/here", "{}");

        // then
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("POST /nothing/here");
    }
}
