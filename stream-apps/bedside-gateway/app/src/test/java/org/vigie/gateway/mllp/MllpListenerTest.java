package org.vigie.gateway.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.monitoring.HealthResult;
import org.vigie.platform.tls.ServerCertificates;

/** Tests the rows of the reference's table of listeners and the other conditions of a connection. */
class MllpListenerTest extends MllpListenerInUse {
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
        await().atMost(Duration.ofMinutes(10)).until(() -> listener.connections() == 0);
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
                        Duration.ofMinutes(10),
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

    @Test
    void theEndOfItsCertificateIsWarnedOfTwoWeeksBefore(@TempDir Path directory) throws Exception {
        // given
        Path served = keyStore(directory.resolve("served.p12"), "CN=127.0.0.1");
        var store = KeyStore.getInstance(served.toFile(), PASSWORD.toCharArray());
        Instant ends =
                ((X509Certificate) store.getCertificate("own")).getNotAfter().toInstant();
        clock = InstantSource.fixed(ends.minus(Duration.ofDays(13)));

        // when
        listen(
                new MllpConfig(
                        "127.0.0.1",
                        0,
                        4 << 20,
                        10,
                        Duration.ofMinutes(10),
                        Optional.of(served),
                        Optional.empty(),
                        Optional.of(PASSWORD)),
                this::echo);

        // then
        var certificates =
                new ServerCertificates(Map.of("MLLP", listener.certificate().orElseThrow()));
        assertThat(certificates.check()).isEqualTo(new HealthResult(true, "MLLP: WARNING: renew it: it ends " + ends));
    }

    @Test
    void aRenewedKeyStoreIsUsedAtTheNextConnectionWithoutARestart(@TempDir Path directory) throws Exception {
        // given
        Path served = keyStore(directory.resolve("served.p12"), "CN=127.0.0.1");
        Path earlier = Files.copy(served, directory.resolve("earlier.p12"));
        Path renewed = keyStore(directory.resolve("renewed.p12"), "CN=127.0.0.1");
        listen(
                new MllpConfig(
                        "127.0.0.1",
                        0,
                        4 << 20,
                        10,
                        Duration.ofMinutes(10),
                        Optional.of(served),
                        Optional.empty(),
                        Optional.of(PASSWORD)),
                this::echo);
        talk(new MllpTestClient(tls(earlier, earlier)));

        // when
        Files.copy(renewed, served, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(
                served,
                FileTime.from(Files.getLastModifiedTime(earlier).toInstant().plusSeconds(60)));

        // then
        talk(new MllpTestClient(tls(renewed, renewed)));
        assertThatThrownBy(() -> talk(new MllpTestClient(tls(earlier, earlier))))
                .isInstanceOf(IOException.class);
    }
}
