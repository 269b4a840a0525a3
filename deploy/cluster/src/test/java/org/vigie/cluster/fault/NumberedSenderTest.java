package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberedSenderTest {
    private static final Duration GENEROUS = Duration.ofMinutes(10);

    @Test
    void onlyAnsweredMessagesCountAsAcknowledgedOrRefusedAndNoneIsSentAgain() throws IOException {
        try (var receiver = new ScriptedReceiver(NumberedSenderTest::answer);
                var sender = NumberedSender.start(receiver.port())) {
            // when
            await().atMost(GENEROUS).until(() -> sender.acknowledged().contains("FAULT4"));

            // then
            assertThat(sender.acknowledged())
                    .containsAll(Set.of("FAULT1", "FAULT4"))
                    .doesNotContain("FAULT2", "FAULT3");
            assertThat(sender.counts(0)).containsEntry("refused", 1).containsEntry("lost", 0);
            assertThat(sender.counts(0).get("sent")).isGreaterThanOrEqualTo(4);
            assertThat(receiver.received().stream().filter(message -> message.contains("|FAULT3|")))
                    .hasSize(1);
        }
    }

    private static Optional<String> answer(String message) {
        String id = message.split("\\|", -1)[9];
        return switch (id) {
            case "FAULT2" -> Optional.of("MSA|AE|" + id);
            case "FAULT3" -> Optional.empty();
            default -> Optional.of("MSA|AA|" + id);
        };
    }
}
