package org.vigie.gateway.mllp;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests what a listener does with lines that are slow, too many, too long or not read. */
class MllpListenerLimitsTest extends MllpListenerInUse {
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
    void aHalfOpenLineIsClosedAndOthersGoOn() throws IOException {
        // when
        listen(withIdle(Duration.ofMillis(300)), this::echo);

        // then
        try (MllpTestClient silent = new MllpTestClient(listener.port())) {
            silent.raw("\u000bhalf a mess".getBytes(StandardCharsets.US_ASCII));

            assertThat(silent.answer()).isEmpty();
        } catch (SocketException closedEarlier) {
            // On a slow machine the line is idle for too long before anything is sent.
        }
        await().atMost(Duration.ofMinutes(10)).until(() -> listener.connections() == 0);
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
            sendMuch(deaf);

            await().atMost(Duration.ofMinutes(10)).until(() -> listener.connections() == 0);
        }
    }

    private static void sendMuch(MllpTestClient sender) {
        try {
            for (int i = 0; i < 32; i++) {
                sender.send("m" + i);
            }
        } catch (IOException cutOff) {
            // The listener closed the line before it was full.
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
            await().atMost(Duration.ofMinutes(10)).until(() -> taken.get() > 0);

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
                Duration.ofMinutes(10),
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
}
