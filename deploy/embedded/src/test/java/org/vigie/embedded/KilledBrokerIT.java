package org.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.topic.TopicCatalogue;

/** Kills the process of a broker of its own and starts it again. */
class KilledBrokerIT {
    private static final String TOPIC =
            TopicCatalogue.in("ward", 1).observationsRaw().name();
    private static final int ACKNOWLEDGED = 500;

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        // given
        Process broker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildBroker.class.getName(),
                        directory.toString(),
                        TOPIC)
                .redirectErrorStream(true)
                .start();

        // when
        awaitLine(broker, "acknowledged " + ACKNOWLEDGED);
        broker.destroyForcibly().waitFor();

        // then
        try (var again = EmbeddedBroker.start(directory)) {
            assertThat(TopicValues.values(again.bootstrapServers(), TOPIC))
                    .startsWith(IntStream.rangeClosed(0, ACKNOWLEDGED)
                            .mapToObj(Integer::toString)
                            .toArray(String[]::new));
        }
    }

    private static void awaitLine(Process process, String wanted) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }
}
