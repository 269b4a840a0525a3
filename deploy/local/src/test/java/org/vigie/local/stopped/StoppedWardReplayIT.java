package org.vigie.local.stopped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.ward.ReplayCommand;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.broker.TestTopics;
import org.vigie.testing.story.WardStory;

/** Replays the data directory of a ward that was stopped. It needs real brokers: one that writes the files, and one on their links. */
class StoppedWardReplayIT {
    private static final TopicCatalogue TOPICS =
            KafkaConnectionConfig.defaults().topics();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theRecordsAreReplayedAndNoFileOfTheWardChanges() throws Exception {
        // given
        Path data = folder.resolve("data");
        recordADesaturation(data.resolve("broker"));
        Map<String, Integer> before = contents(data);
        // when
        int code = replay(
                "--data-dir",
                data.toString(),
                "--study-dir",
                folder.resolve("study").toString());
        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(out.toString()).containsPattern("observations.clean +90").contains("alerts.ledger");
        assertThat(contents(data)).isEqualTo(before);
        assertThat(folder.resolve("study/broker/vigie.study-7.alerts.ledger-0")).isDirectory();
    }

    private int replay(String... arguments) {
        List<String> all = Stream.concat(
                        Arrays.stream(arguments), Stream.of("--namespace", "study-7", "--warm-up", "PT1H"))
                .toList();
        return CommandRunner.of(new ReplayCommand(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private static void recordADesaturation(Path broker) {
        try (var kafka = EmbeddedKafka.start(broker);
                var ward = new TestTopics(kafka.bootstrapServers(), kafka.registryUrl())) {
            kafka.createTopics(TOPICS);
            var bed = new WardStory()
                    .bed("1")
                    .steady(20, Map.of(VariableNames.SPO2, 97.0))
                    .steady(40, Map.of(VariableNames.SPO2, 84.0))
                    .steady(30, Map.of(VariableNames.SPO2, 97.0));
            ward.send(TOPICS.staysCurrent(), "REA/1", bed.stays());
            ward.flush();
            bed.observations().forEach(message -> ward.send(TOPICS.observationsRaw(), "REA/1", message));
            ward.flush();
        }
    }

    /** Returns the digests of all files but the lock. */
    private static Map<String, Integer> contents(Path data) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(data.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
