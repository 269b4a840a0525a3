package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture's drawings use the very words of the topologies' golden files. */
class DrawingsTest {
    private static final Pattern STEP = Pattern.compile("(?:Source|Processor|Sink): (\\S+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stream-apps/vitals-streams/src/test/resources/org/vigie/vitals/vitals-topology.txt",
                "stream-apps/alert-streams/src/test/resources/org/vigie/alerts/alert-topology.txt",
                "stream-apps/risk-flink/src/test/resources/risk-job.txt"
            })
    void everyStepOfATopologyStandsInTheArchitecture(String golden) throws IOException {
        String architecture = Files.readString(Repository.root().resolve("docs/ARCHITECTURE.md"));
        List<String> steps = STEP.matcher(Files.readString(Repository.root().resolve(golden)))
                .results()
                .map(step -> step.group(1))
                .toList();

        assertThat(steps).isNotEmpty();
        assertThat(steps).allSatisfy(step -> assertThat(architecture).contains(step));
    }
}
