package org.vigie.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks a server that sends its headers and then as much of its answer as a test wants. */
class WholeAnswerClientTest {
    private final CompletableFuture<Integer> afterTheAnswer = new CompletableFuture<>();
    private volatile String body = "";
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var listener = new Thread(this::serve);
        listener.setDaemon(true);
        listener.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aServerThatStallsAfterItsHeadersIsLeft() throws Exception {
        // when, then
        assertThatThrownBy(() -> ask(Duration.ofSeconds(5)))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("no whole answer from 127.0.0.1 within PT5S");
        assertThat(afterTheAnswer.get(10, TimeUnit.MINUTES))
                .as("the connection is closed")
                .isEqualTo(-1);
    }

    @Test
    void aWholeAnswerIsReturned() throws Exception {
        // given
        body = "hello";

        // when, then
        assertThat(ask(Duration.ofMinutes(10))).isEqualTo("hello");
    }

    @Test
    void aServerThatIsAwayIsAnIoFailure() throws Exception {
        // given
        server.close();

        // when, then
        assertThatThrownBy(() -> ask(Duration.ofMinutes(10))).isInstanceOf(IOException.class);
    }

    private String ask(Duration timeout) throws Exception {
        var client = new WholeAnswerClient(HttpClient.newHttpClient(), timeout);
        var address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private void serve() {
        try (Socket line = server.accept()) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
            String header = in.readLine();
            while (header != null && !header.isEmpty()) {
                header = in.readLine();
            }
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + body;
            line.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            afterTheAnswer.complete(in.read());
        } catch (IOException closed) {
            // the client left before it had its answer
        } finally {
            afterTheAnswer.complete(-1);
        }
    }
}
