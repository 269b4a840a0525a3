package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.testing.broker.UnusedPort;

class MllpSenderTest {
    @Test
    void anAnswerIsThatOfTheMessageAndTheConnectionStaysOpen() throws IOException {
        try (var receiver = new ScriptedReceiver(message -> Optional.of("MSA|AA|" + message));
                var sender = new MllpSender(receiver.port())) {
            // when
            String first = sender.ask("one");
            String second = sender.ask("two");

            // then
            assertThat(first).endsWith("MSA|AA|one");
            assertThat(second).endsWith("MSA|AA|two");
            assertThat(receiver.received()).containsExactly("one", "two");
        }
    }

    @Test
    void aReceiverThatHangsUpIsAnErrorAndTheNextMessageConnectsAgain() throws IOException {
        try (var receiver = new ScriptedReceiver(
                        message -> message.equals("lost") ? Optional.empty() : Optional.of("MSA|AA|" + message));
                var sender = new MllpSender(receiver.port())) {
            // given
            assertThatThrownBy(() -> sender.ask("lost"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the receiver closed the connection");

            // when
            sender.close();
            String answer = sender.ask("again");

            // then
            assertThat(answer).endsWith("MSA|AA|again");
        }
    }

    @Test
    void noReceiverIsAnError() {
        try (var sender = new MllpSender(UnusedPort.find().number())) {
            assertThatThrownBy(() -> sender.ask("nobody")).isInstanceOf(IOException.class);
        }
    }
}
