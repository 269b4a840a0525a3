package org.vigie.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Tests that warnings of Kafka's clients do not flood the log while the broker is down. */
class KafkaWarningFilterTest {
    private static final String LOST = "Connection to node {} could not be established. Node may not be available.";

    private final LoggerContext log = new LoggerContext();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @BeforeEach
    void start() {
        log.addTurboFilter(new KafkaWarningFilter(() -> now));
        lines.start();
        log.getLogger("ROOT").addAppender(lines);
    }

    @Test
    void anOutageOfTheBrokerIsOneLineAMinuteHoweverManyClientsWarn() {
        // when: 14 s with six warnings a second of each client
        for (int each = 0; each < 84; each++) {
            kafka().warn("[Producer clientId=a] " + LOST, 1);
            kafka().warn("[Consumer clientId=b, groupId=g] " + LOST, 1);
            now = now.plusMillis(166);
        }

        // then
        assertThat(lines.list).hasSize(1);

        // when
        now = now.plus(Duration.ofMinutes(1));
        kafka().warn("[Producer clientId=a] " + LOST, 1);

        // then
        assertThat(lines.list).hasSize(2);
    }

    @Test
    void otherWarningsErrorsAndTheWarningsOfVigiePass() {
        // when
        kafka().warn("[Producer clientId=a] " + LOST, 1);
        kafka().warn("[Producer clientId=a] Bootstrap broker {} disconnected", 1);
        for (int each = 0; each < 3; each++) {
            kafka().error(LOST, 1);
            log.getLogger("org.vigie.station").warn(LOST, 1);
        }

        // then
        assertThat(lines.list).hasSize(8);
    }

    private Logger kafka() {
        return log.getLogger("org.apache.kafka.clients.NetworkClient");
    }
}
