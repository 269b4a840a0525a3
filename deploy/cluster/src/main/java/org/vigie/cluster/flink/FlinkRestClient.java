package org.vigie.cluster.flink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.vigie.platform.http.WholeAnswerClient;

/** Sends requests to the REST interface of a Flink cluster. */
final class FlinkRestClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PART = "vigie-risk-flink-job";

    private final URI address;
    private final WholeAnswerClient http = new WholeAnswerClient(
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), PATIENCE);

    /** @param address of the job manager, without a path */
    FlinkRestClient(URI address) {
        this.address = address;
    }

    JsonNode get(String path) {
        return ask(request(path).GET().build());
    }

    JsonNode post(String path, ObjectNode body) {
        return ask(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    JsonNode patch(String path) {
        return ask(request(path).method("PATCH", BodyPublishers.noBody()).build());
    }

    /** Uploads a jar and returns the name under which the cluster keeps it. */
    String upload(Path jar) {
        try {
            JsonNode answer = ask(request("/jars/upload")
                    .header("Content-Type", "multipart/form-data; boundary=" + PART)
                    .POST(multipart(jar))
                    .build());
            return Path.of(answer.path("filename").asText()).getFileName().toString();
        } catch (IOException e) {
            throw new FlinkRestException("The jar " + jar + " cannot be read: build it with ./vigie build", e);
        }
    }

    private static BodyPublisher multipart(Path jar) throws IOException {
        String head = "--" + PART + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                + jar.getFileName() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofByteArray(head.getBytes(StandardCharsets.US_ASCII)),
                BodyPublishers.ofFile(jar),
                BodyPublishers.ofByteArray(("\r\n--" + PART + "--\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    private JsonNode ask(HttpRequest request) {
        try {
            return answer(request, http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new FlinkRestException("Flink at " + address + " does not answer: is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlinkRestException("Interrupted while Flink at " + address + " was asked", e);
        }
    }

    private static JsonNode answer(HttpRequest request, HttpResponse<String> response) throws JsonProcessingException {
        if (response.statusCode() / 100 != 2) {
            throw new FlinkRestException("Flink answered " + response.statusCode() + " to " + request.method() + " "
                    + request.uri() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
