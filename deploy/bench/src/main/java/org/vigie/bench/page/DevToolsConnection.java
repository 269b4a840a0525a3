package org.vigie.bench.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks Chromium's DevTools protocol with one page: numbered commands and their answers, as JSON over a WebSocket. */
final class DevToolsConnection implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TIMEOUT_S = 120;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final WebSocket socket;

    private DevToolsConnection(HttpClient client, URI page) throws Exception {
        socket = client.newWebSocketBuilder()
                .buildAsync(page, new AnswerListener())
                .get(TIMEOUT_S, TimeUnit.SECONDS);
    }

    /** Connects to the page with this {@code ws:} address. */
    static DevToolsConnection open(HttpClient client, URI page) throws Exception {
        return new DevToolsConnection(client, page);
    }

    /**
     * Sends a command and returns its result.
     *
     * @throws IllegalStateException when Chromium refuses it
     */
    JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int number = numbers.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(number, answer);
        String command = JSON.writeValueAsString(Map.of("id", number, "method", method, "params", parameters));
        socket.sendText(command, true).get(TIMEOUT_S, TimeUnit.SECONDS);
        JsonNode answered = answer.get(TIMEOUT_S, TimeUnit.SECONDS);
        if (answered.has("error")) {
            throw new IllegalStateException(
                    method + ": " + answered.at("/error/message").asText());
        }
        return answered.path("result");
    }

    /**
     * Runs a script in the page and returns its value.
     *
     * @throws IllegalStateException when the script throws
     */
    JsonNode evaluate(String script) throws Exception {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.at("/exceptionDetails").toString());
        }
        return result.at("/result/value");
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void take(String message) throws JsonProcessingException {
        JsonNode answer = JSON.readTree(message);
        CompletableFuture<JsonNode> asked = waiting.remove(answer.path("id").asInt());
        if (asked != null) {
            asked.complete(answer);
        }
    }

    /** Puts the parts of a message together. Messages without a number are events, which nobody asked for. */
    private final class AnswerListener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String message = text.toString();
                text.setLength(0);
                try {
                    take(message);
                } catch (JsonProcessingException e) {
                    onError(from, e);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(part);
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            waiting.values().forEach(asked -> asked.completeExceptionally(failure));
        }
    }
}
