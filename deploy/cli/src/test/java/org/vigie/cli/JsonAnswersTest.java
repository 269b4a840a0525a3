package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine;

/** Tests the JSON output of commands. Commands that need a broker or a model have this test in their own module. */
class JsonAnswersTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.repository"));

    /** Commands without an answer: they write a file, are run by the script, or print what a shell or a program takes as it is. */
    private static final Set<String> NO_ANSWER = Set.of(
            "vigie gateway rotate-keys",
            "vigie ledger export",
            "vigie build",
            "vigie test",
            "vigie topics acls",
            "vigie token");

    private static final Set<String> BY_PICOCLI = Set.of("help", "generate-completion");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void everyCommandWithAnAnswerTakesJson() {
        assertThat(leaves(CliReferenceTest.frontDoor()))
                .filteredOn(each -> !each.getCommandSpec().optionsMap().containsKey("--json"))
                .extracting(each -> each.getCommandSpec().qualifiedName())
                .containsExactlyInAnyOrderElementsOf(NO_ANSWER);
    }

    @Test
    void theAppsAreListed() throws IOException {
        // when
        List<JsonNode> answer = answer("run", "--list", "--json");
        // then
        assertThat(answer).hasSize(1);
        assertThat(answer.get(0)).hasSize(RunnableApp.names().size()).allSatisfy(app -> {
            assertThat(app.path("name").asText()).isIn(RunnableApp.names());
            assertThat(app.path("description").asText()).isNotBlank();
        });
    }

    @Test
    void theAppsAreListedAsTextToo() {
        // when
        int code = vigie("run", "--list");
        // then
        assertThat(code).isEqualTo(CommandRunner.DONE);
        assertThat(out.toString())
                .hasLineCount(RunnableApp.names().size())
                .contains("vitals-streams       identifies the stay of each observation");
    }

    @Test
    void everyHl7MessageBecomesALineOfJson() throws IOException {
        // given
        Path file = ROOT.resolve("stream-apps/bedside-gateway/hl7/src/test/resources/corpus/mllp-frames.hl7");
        // when
        List<JsonNode> answer = answer("hl7", "read", "--json", file.toString());
        // then
        assertThat(answer).hasSizeGreaterThan(1).allMatch(JsonNode::isObject);
    }

    @Test
    void everyFhirResourceBecomesALineOfJson() throws IOException {
        // given
        Path file = ROOT.resolve(
                "stream-apps/bedside-gateway/fhir/src/test/resources/org/vigie/gateway/fhir/corpus/31-bytes-and-lines.ndjson");
        // when
        List<JsonNode> answer = answer("fhir", "read", file.toString());
        // then
        assertThat(answer).isNotEmpty().allMatch(JsonNode::isObject);
    }

    @Test
    void aDryRunOfARecordingIsALineOfJson() throws IOException {
        // given
        Files.writeString(directory.resolve("mapping.csv"), "column,variable,unit\nt,time,s\nFC,hr,/min\n");
        Files.writeString(directory.resolve("a.csv"), "t,FC\n0,82\n1,84\n");
        // when
        List<JsonNode> answer = answer("play", "--dry-run", "--json", directory.toString());
        // then
        assertThat(answer)
                .singleElement()
                .satisfies(file -> assertThat(file.path("observations")).hasSize(2));
    }

    private List<JsonNode> answer(String... arguments) throws IOException {
        assertThat(vigie(arguments)).as(err.toString()).isEqualTo(CommandRunner.DONE);
        var mapper = new ObjectMapper();
        try (JsonParser parser = mapper.createParser(out.toString());
                MappingIterator<JsonNode> values = mapper.readValues(parser, JsonNode.class)) {
            return values.readAll();
        }
    }

    private int vigie(String... arguments) {
        return CommandRunner.of(new VigieCommand(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private static List<CommandLine> leaves(CommandLine line) {
        List<CommandLine> subcommands = new ArrayList<>(line.getSubcommands().values());
        subcommands.removeIf(each -> BY_PICOCLI.contains(each.getCommandName()));
        Stream<CommandLine> own = subcommands.isEmpty() ? Stream.of(line) : Stream.of();
        return Stream.concat(own, subcommands.stream().flatMap(each -> leaves(each).stream()))
                .toList();
    }
}
