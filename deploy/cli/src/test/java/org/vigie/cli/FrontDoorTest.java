package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine;

class FrontDoorTest {
    /** The benchmarks run on a class path of their own; the other two are picocli's. */
    private static final Set<String> NOT_OURS = Set.of("bench", "help", "generate-completion");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCommandHasHelpOnStandardOutput() {
        // given
        List<String> without = new ArrayList<>();

        // when
        for (List<String> command : commands(CliReferenceTest.frontDoor(), List.of())) {
            out.getBuffer().setLength(0);
            var words = new ArrayList<>(command);
            words.add("--help");
            int code = vigie(words.toArray(String[]::new));
            if (code != 0 || !out.toString().contains("Usage: ")) {
                without.add(command + " -> " + code + " " + err);
            }
        }

        // then
        assertThat(without).isEmpty();
    }

    @Test
    void anUnknownOptionOfAnyCommandIsRefusedWithASuggestion() {
        // given
        List<String> taken = new ArrayList<>();

        // when
        for (List<String> command : commands(CliReferenceTest.frontDoor(), List.of())) {
            var words = new ArrayList<>(command);
            words.add("--no-such-option");
            if (vigie(words.toArray(String[]::new)) != CommandRunner.COULD_NOT) {
                taken.add(command.toString());
            }
        }

        // then
        assertThat(taken).isEmpty();

        // when
        err.getBuffer().setLength(0);

        // then
        assertThat(vigie("gateway", "--mllp-prot", "2575")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString())
                .contains("vigie gateway: Unknown option")
                .contains("'--mllp-prot'")
                .contains("--mllp-port")
                .doesNotContain("\tat ");
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheOneThatIsMeant() {
        assertThat(vigie("dmeo", "--beds", "6")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("unknown command 'dmeo'", "Did you mean: vigie demo?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anErrorIsOneSentenceOnStandardError() {
        assertThat(vigie("play", "/no/such/recording", "--bed", "REA/01")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString())
                .startsWith("vigie play: ")
                .contains("/no/such/recording")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnknownAppIsAnsweredWithTheKnownOnes() {
        assertThat(vigie("run", "nurse")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("unknown app 'nurse'").contains("vitals-streams");
    }

    @Test
    void aWrongTimeZoneIsReportedInPlainWords() {
        assertThat(vigie("hl7", "read", "--zone", "Mars", "x.hl7")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString())
                .contains("'--zone'", "must be a time zone like Europe/Paris, was 'Mars'")
                .doesNotContain("java.");
    }

    @Test
    void aMissingFileIsReportedOnceAndTheOthersAreRead(@TempDir Path folder) throws IOException {
        // given
        String patient = Files.writeString(folder.resolve("patient.json"), "{\"resourceType\":\"Patient\"}")
                .toString();

        // when
        int code = vigie("fhir", "read", "/no/such/file.json", patient);

        // then
        assertThat(code).isEqualTo(CommandRunner.NO);
        assertThat(err.toString())
                .isEqualTo(
                        "vigie fhir read: FILE: /no/such/file.json: there is no such file; expected a file with messages\n");
        assertThat(out.toString()).contains(patient).hasLineCount(1);
    }

    @Test
    void aReadWithoutOneReadableFileCouldNotBeDone() {
        assertThat(vigie("fhir", "read", "/no/such/file.json", "/no/such/other.json"))
                .isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).hasLineCount(2);
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamed() {
        assertThat(vigie("ledger", "verify", "--broker", "127.0.0.1:9")).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString())
                .startsWith("vigie ledger verify: no Kafka broker answers at 127.0.0.1:9 within 10 s")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    private int vigie(String... arguments) {
        CommandLine line = CommandRunner.of(new VigieCommand(), new PrintWriter(out, true), new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private static List<List<String>> commands(CommandLine line, List<String> name) {
        List<List<String>> all = new ArrayList<>();
        all.add(name);
        line.getSubcommands().forEach((word, sub) -> {
            var words = new ArrayList<>(name);
            words.add(word);
            if (!NOT_OURS.contains(word)) {
                all.addAll(commands(sub, words));
            }
        });
        return all;
    }
}
