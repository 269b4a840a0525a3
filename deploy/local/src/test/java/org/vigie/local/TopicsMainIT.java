package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.local.TopicsCommand.TopicsConfig;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;

class TopicsMainIT {
    @TempDir
    Path directory;

    @Test
    void onlyWhatIsMissingIsCreated() throws Exception {
        try (var broker = EmbeddedBroker.start(directory)) {
            var kafka = new KafkaConnectionConfig(broker.bootstrapServers(), "http://127.0.0.1:1", "other", 2);
            var config = new TopicsConfig(kafka, (short) 1);

            assertThat(TopicsCommand.create(config).created())
                    .hasSameSizeAs(kafka.topics().all())
                    .contains("vigie.other.observations.raw");
            assertThat(TopicsCommand.create(config).created()).isEmpty();
        }
    }

    @Test
    void withJsonTheAnswerNamesWhatWasCreatedAndWhatWasThere() throws Exception {
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"))) {
            // given
            Path file = Files.writeString(
                    directory.resolve("topics.yaml"),
                    "kafka:\n  bootstrapServers: %s\n  namespace: json\n".formatted(broker.bootstrapServers()));
            // when
            JsonNode first = topics(file);
            JsonNode again = topics(file);
            // then
            assertThat(first.path("created")).hasSizeGreaterThan(10);
            assertThat(first.path("present")).isEmpty();
            assertThat(again.path("created")).isEmpty();
            assertThat(again.path("present")).isEqualTo(first.path("created"));
        }
    }

    private static JsonNode topics(Path file) throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandRunner.of(new TopicsCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute(file.toString(), "--json");
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        return new ObjectMapper().readTree(out.toString());
    }
}
