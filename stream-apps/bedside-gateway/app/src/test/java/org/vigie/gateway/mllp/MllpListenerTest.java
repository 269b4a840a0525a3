package org.vigie.gateway.mllp;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the rows of the reference's table of listeners and the other conditions of a connection. */
class MllpListenerTest {
    private static final String PASSWORD = "changeit";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private MllpListener listener;

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void fiveFramesInOneWriteGetFiveAnswers() throws IOException {
        // given
        listen(config(), this::echo);
        try (MllpTestClient sender = new MllpTestClient(listener.port())) {
            // when
            sender.send("a", "b", "c", "d", "e");

            // then
            assertThat(sender.answers(5)).containsExactly("re a", "re b", "re c", "re d", "re e");
        }
    }

    @Test
    void aBadFrameIsAnsweredBeforeTheGoodOneAfterIt() throws IOException {
        // given
        listen(config(), this::echo);
        try (MllpTestClient sender = new MllpTestClient(listener.port())) {
            // when
            sender.raw("\u000bhalf\u000bgood\u001c\r".getBytes(StandardCharsets.US_ASCII));

            // then
            assertThat(sender.answers(2)).containsExactly("cut half", "re good");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u000b\u000bgood\u001c\r",
                "\u000b\u000b\u000bgood\u001c\r",
                "\u000b\r\n\u000bgood\u001c\r",
                "\u000b \u000b\u000bgood\u001c\r",
                "noise\r\u000b\u000bgood\u001c\r\n\r\n",
            })
    void aStartThatNothingFollowsBeforeTheNextOneIsNoFrame(String line) throws IOException {
        // when
        listen(config(), this::echo);

        // then
        try (MllpTestClient sender = new MllpTestClient(listener.port())) {
            sender.raw((line + line).getBytes(StandardCharsets.US_ASCII));

            assertThat(sender.answers(2)).containsExactly("re good", "re good");
        }
        assertThat(received).containsExactly("good", "good");
    }

    @Test
    void aStartByteAloneIsDroppedWhenItsConnectionEnds() throws IOException {
        // given
        listen(config(), this::echo);

        // when
        try (MllpTestClient sender = new MllpTestClient(listener.port())) {
            sender.raw("\u000b\u000b".getBytes(StandardCharsets.US_ASCII));
        }

        // then
        await().until(() -> listener.connections() == 0);
        assertThat(received).isEmpty();
    }

    @Test
    void aFrameThatIsCutOffIsAnsweredThoughSeveralStartsFollow() throws IOException {
        // given
        listen(config(), this::echo);
        try (MllpTestClient sender = new MllpTestClient(listener.port())) {
            // when
            sender.raw("\u000b\u000bhalf\u000b\u000bgood\u001c\r".getBytes(StandardCharsets.US_ASCII));

            // then
            assertThat(sender.answers(2)).containsExactly("cut half", "re good");
        }
    }

    @Test
    void fiveHundredPipelinedFramesAreAnsweredInOrder() throws IOException {
        // given: a broker that acknowledges in whatever order
        listen(config(), (message, whole) -> {
            String text = new String(message, StandardCharsets.US_ASCII);
            return CompletableFuture.supplyAsync(() -> "re " + text);
        });

        // when
        try (MllpTestClient sender = new MllpTestClient(listener.port())) {
            String[] messages =
                    IntStream.range(0, 500).mapToObj(Integer::toString).toArray(String[]::new);
            sender.send(Arrays.copyOf(messages, 500));

            // then
            List<String> expected =
                    IntStream.range(0, 500).mapToObj(i -> "re " + i).toList();
            assertThat(sender.answers(500)).isEqualTo(expected);
        }
    }

    @Test
    void aMessageThatTricklesInIsWaitedFor() throws IOException {
        // given
        listen(config(), this::echo);
        try (MllpTestClient sender = new MllpTestClient(listener.port())) {
            // when
            for (byte b : "junk\u000bslow\u001c\r".getBytes(StandardCharsets.US_ASCII)) {
                sender.raw(new byte[] {b});
            }

            // then
            assertThat(sender.answer()).contains("re slow");
        }
    }

    @Test
    void anHttpRequestWithAFrameInItsBodyIsRefused() throws IOException {
        // given: what any web page can make a browser send
        listen(config(), this::echo);
        for (String request :
                List.of("POST / HTTP/1.1", "PUT /x?y=1 HTTP/1.0", "\r\nPOST / HTTP/1.1", "POST  HTTP/1.1")) {
            String whole =
                    request + "\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n\r\n\u000bMSH|injected\u001c\r";

            // when
            try (MllpTestClient page = new MllpTestClient(listener.port())) {
                page.raw(whole.getBytes(StandardCharsets.US_ASCII));

                // then
                assertThat(page.answer()).as(request).isEmpty();
            }
        }
        assertThat(received).isEmpty();
    }

    @Test
    void aHalfOpenLineIsClosedAndOthersGoOn() throws IOException {
        // when
        listen(withIdle(Duration.ofMillis(300)), this::echo);

        // then
        try (MllpTestClient silent = new MllpTestClient(listener.port())) {
            silent.raw("\u000bhalf a mess".getBytes(StandardCharsets.US_ASCII));

            assertThat(silent.answer()).isEmpty();
        }
        await().until(() -> listener.connections() == 0);
        assertThat(received).isEmpty();
    }

    @Test
    void aSenderThatTakesNoAnswersIsCutOff() throws IOException {
        // given
        String long1 = "x".repeat(1 << 20);

        // when
        listen(withIdle(Duration.ofMillis(400)), (message, whole) -> completedFuture(long1));

        // then
        try (MllpTestClient deaf = new MllpTestClient(listener.port())) {
            for (int i = 0; i < 32; i++) {
                deaf.send("m" + i);
            }

            await().until(() -> listener.connections() == 0);
        } catch (IOException e) {
            assertThat(listener.connections()).isZero();
        }
    }

    @Test
    void aFrameOfFourMebibytesIsTakenAndALongerOneEndsItsLineOnly() throws IOException {
        // given
        listen(config(), (message, whole) -> completedFuture("re " + message.length));
        try (MllpTestClient sender = new MllpTestClient(listener.port());
                MllpTestClient other = new MllpTestClient(listener.port())) {
            // when
            sender.send("x".repeat(4 << 20));
            // then
            assertThat(sender.answer()).contains("re " + (4 << 20));

            assertThatThrownBy(() -> {
                        sender.send("x".repeat((4 << 20) + 20_000));
                        var unused = sender.answer().orElseThrow(() -> new IOException("closed"));
                    })
                    .isInstanceOf(IOException.class);
            // when
            other.send("x");
            // then
            assertThat(other.answer()).contains("re 1");
        }
    }

    @Test
    void whileTheBrokerIsBehindTheLineIsNotReadOn() throws Exception {
        // given: nothing is acknowledged
        AtomicInteger taken = new AtomicInteger();
        var broker = new CompletableFuture<String>();
        listen(config(), (message, whole) -> {
            taken.incrementAndGet();
            return broker;
        });

        // when: far more than a line may have on its way
        try (MllpTestClient sender = new MllpTestClient(listener.port())) {
            for (int i = 0; i < 300; i++) {
                sender.send("m");
            }
            await().until(() -> taken.get() > 0);

            // then
            assertThat(taken.get()).isLessThanOrEqualTo(64);
            broker.complete("re");
            assertThat(sender.answers(300)).containsOnly("re");
            assertThat(taken).hasValue(300);
        }
    }

    @Test
    void twoHundredLinesAtOnceAreServed() throws IOException {
        // given
        listen(config(), this::echo);
        List<MllpTestClient> senders = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            senders.add(new MllpTestClient(listener.port()));
            senders.get(i).send("m" + i);
        }

        // when, then
        for (int i = 0; i < 200; i++) {
            assertThat(senders.get(i).answer()).contains("re m" + i);
            senders.get(i).close();
        }
    }

    @Test
    void oneLineTooManyIsClosed() throws IOException {
        // given
        MllpConfig small = new MllpConfig(
                "127.0.0.1",
                0,
                4 << 20,
                1,
                Duration.ofMinutes(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        listen(small, this::echo);
        try (MllpTestClient first = new MllpTestClient(listener.port())) {
            // when
            first.send("a");
            // then
            assertThat(first.answer()).contains("re a");
            try (MllpTestClient second = new MllpTestClient(listener.port())) {
                assertThat(second.answer()).isEmpty();
            }
        }
    }

    @Test
    void withTlsOnlyASenderWithATrustedCertificateIsAnswered(@TempDir Path directory) throws Exception {
        // given: one authority, one stranger
        Path ours = keyStore(directory.resolve("ours.p12"), "CN=127.0.0.1");
        Path stranger = keyStore(directory.resolve("stranger.p12"), "CN=stranger");
        listen(
                new MllpConfig(
                        "127.0.0.1",
                        0,
                        4 << 20,
                        10,
                        Duration.ofSeconds(20),
                        Optional.of(ours),
                        Optional.of(ours),
                        Optional.of(PASSWORD)),
                this::echo);

        // then
        try (MllpTestClient known = new MllpTestClient(tls(ours, ours))) {
            known.send("a");
            assertThat(known.answer()).contains("re a");
        }
        assertThatThrownBy(() -> talk(new MllpTestClient(tls(stranger, ours)))).isInstanceOf(IOException.class);
        assertThat(received).containsExactly("a");
        try (MllpTestClient plain = new MllpTestClient(listener.port())) {
            plain.send("not encrypted");
            assertThatThrownBy(() -> plain.answer().orElseThrow(IOException::new))
                    .isInstanceOf(IOException.class);
        }
        assertThat(received).containsExactly("a");
    }

    private static void talk(MllpTestClient sender) throws IOException {
        try (sender) {
            sender.send("b");
            var unused = sender.answer().orElseThrow(() -> new IOException("closed"));
        }
    }

    private Socket tls(Path own, Path trusted) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(own.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(trusted.toFile(), PASSWORD.toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context.getSocketFactory().createSocket("127.0.0.1", listener.port());
    }

    /** A self-signed certificate by the JDK's own tool, trusted by whoever holds the file. */
    private static Path keyStore(Path file, String name) throws Exception {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "own",
                        "-dname",
                        name,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(tool.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        store.setCertificateEntry("trusted", store.getCertificate("own"));
        try (var out = java.nio.file.Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private CompletableFuture<String> echo(byte[] message, boolean whole) {
        String text = new String(message, StandardCharsets.UTF_8);
        received.add(text);
        return completedFuture((whole ? "re " : "cut ") + text);
    }

    private void listen(MllpConfig config, MllpReceiver receiver) {
        listener = MllpListener.start(config, receiver);
    }

    private static MllpConfig config() {
        return withIdle(Duration.ofSeconds(20));
    }

    private static MllpConfig withIdle(Duration idle) {
        return new MllpConfig(
                "127.0.0.1", 0, 4 << 20, 1_000, idle, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
