package org.vigie.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the form of the log lines that {@code VIGIE_LOG} chooses. */
class JsonLogTest {
    private final LoggerContext log = new LoggerContext();

    @AfterEach
    void stop() {
        log.stop();
    }

    @Test
    void aLineIsAJsonObjectWithTheMessageAndTheException() throws Exception {
        // given
        configure("json");

        // when
        String line = line(new IllegalStateException("first\nsecond"));

        // then
        JsonNode object = new ObjectMapper().readTree(line);
        assertThat(line).endsWith("\n").hasLineCount(1);
        assertThat(object.path("level").asText()).isEqualTo("WARN");
        assertThat(object.path("loggerName").asText()).isEqualTo("org.vigie.App");
        assertThat(object.path("formattedMessage").asText()).isEqualTo("bed \"3\" waits");
        assertThat(object.at("/throwable/message").asText()).isEqualTo("first\nsecond");
        assertThat(object.path("timestamp").asLong()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "xml", ""})
    void withAnyOtherValueALineIsText(String value) throws Exception {
        // given
        configure(value);

        // when
        String line = line(null);

        // then
        assertThat(line).contains(" WARN ").endsWith(" org.vigie.App bed \"3\" waits\n");
    }

    private void configure(String value) throws JoranException {
        log.putProperty("VIGIE_LOG", value);
        var configurator = new JoranConfigurator();
        configurator.setContext(log);
        configurator.doConfigure(Objects.requireNonNull(KafkaWarningFilter.class.getResource("/logback.xml")));
    }

    private String line(@Nullable Throwable failure) throws IOException {
        Logger app = log.getLogger("org.vigie.App");
        var event = new LoggingEvent(
                Logger.class.getName(), app, Level.WARN, "bed {} waits", failure, new Object[] {"\"3\""});
        var console = (OutputStreamAppender<ILoggingEvent>)
                log.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
