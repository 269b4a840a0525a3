package org.vigie.platform.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.testing.broker.UnusedPort;

/** Tests the client against a receiver on loopback that answers by a script. */
class MllpClientConnectionTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private ScriptedMllpReceiver receiver;
    private MllpClientConnection client;

    @BeforeEach
    void start() throws IOException {
        receiver = new ScriptedMllpReceiver();
        client = new MllpClientConnection("127.0.0.1", receiver.port(), TIMEOUT);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        receiver.close();
    }

    @Test
    void twoMessagesOfOneConnectionGetTheirOwnAnswers() throws IOException {
        // given: the carriage return of the first frame comes with the second answer
        receiver.answers("\u000bMSA|AA|1\u001c").answers("\r\u000bMSA|AA|2\u001c\r");

        // when, then
        assertThat(client.ask("MSH|1")).isEqualTo("MSA|AA|1");
        assertThat(client.ask("MSH|é")).isEqualTo("MSA|AA|2");
        assertThat(receiver.messages()).containsExactly("MSH|1", "MSH|é");
    }

    @Test
    void afterAReceiverThatClosedTheNextMessageOpensAConnection() throws IOException {
        // given
        receiver.answers("").answers("\u000bMSA|AA|1\u001c\r");

        // when, then
        assertThatThrownBy(() -> client.ask("MSH|1"))
                .isInstanceOf(EOFException.class)
                .hasMessage("the receiver closed the connection before its answer");
        assertThat(client.ask("MSH|1")).isEqualTo("MSA|AA|1");
    }

    @Test
    void anAnswerThatCameTooLateIsNotTakenForTheNextOne() throws IOException {
        try (var impatient = new MllpClientConnection("127.0.0.1", receiver.port(), Duration.ofMillis(200))) {
            // given: the receiver has no answer yet
            assertThatThrownBy(() -> impatient.ask("MSH|1")).isInstanceOf(SocketTimeoutException.class);
        }
        receiver.answers("\u000bMSA|AA|1\u001c\r").answers("\u000bMSA|AA|2\u001c\r");

        // when, then
        assertThat(client.ask("MSH|2")).isEqualTo("MSA|AA|2");
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        // given
        receiver.answers("\u000b" + "x".repeat(2 << 20));

        // when, then
        assertThatThrownBy(() -> client.ask("MSH|1"))
                .isInstanceOf(IOException.class)
                .hasMessage("the receiver's answer is longer than 1048576 bytes");
    }

    @Test
    void aReceiverThatDoesNotListenIsAFailureAndNotAnAnswer() {
        // given
        var nowhere = new MllpClientConnection("127.0.0.1", UnusedPort.find().number(), TIMEOUT);

        // when, then
        assertThatThrownBy(() -> nowhere.ask("MSH|1")).isInstanceOf(IOException.class);
        nowhere.close();
    }
}
