package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the architecture's drawings use exactly the words of the topologies' golden files. */
class DrawingsTest {
    /** A step of Kafka Streams' description: {@code Processor: clean (stores: [memory])}. */
    private static final Pattern STREAMS_STEP = Pattern.compile("(?:Source|Processor|Sink): (\\S+)");
    /** What Flink adds to a step's own name. */
    private static final Pattern FLINKS_OWN = Pattern.compile("Source: |: Writer");

    @ParameterizedTest
    @CsvSource({
        "VitalsTopology, stream-apps/vitals-streams/src/test/resources/org/vigie/vitals/vitals-topology.txt",
        "RiskJob, stream-apps/risk-flink/src/test/resources/risk-job.txt",
        "AlertTopology, stream-apps/alert-streams/src/test/resources/org/vigie/alerts/alert-topology.txt"
    })
    void aDrawingHasExactlyTheWordsOfItsTopology(String topology, Path golden) throws IOException {
        // given
        String running = Files.readString(RepositoryPaths.root().resolve(golden));

        // when, then
        assertThat(words(drawing(topology)))
                .isEqualTo(running.startsWith("Topologies:") ? streams(running) : flink(running));
    }

    private static String drawing(String topology) throws IOException {
        String page = Files.readString(RepositoryPaths.root().resolve("docs/ARCHITECTURE.md"));
        Matcher block = Pattern.compile("`" + topology + "`[^`]*```\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find()).as("a drawing of " + topology).isTrue();
        return block.group(1);
    }

    private static Set<String> streams(String golden) {
        Set<String> steps = new TreeSet<>();
        STREAMS_STEP.matcher(golden).results().forEach(step -> steps.add(step.group(1)));
        return steps;
    }

    private static Set<String> flink(String golden) {
        return words(FLINKS_OWN.matcher(golden).replaceAll(""));
    }

    private static Set<String> words(String drawing) {
        Set<String> words = new TreeSet<>(Arrays.asList(drawing.split("[^a-z.-]+")));
        words.removeIf(word -> word.isEmpty() || word.matches("-+"));
        return words;
    }
}
