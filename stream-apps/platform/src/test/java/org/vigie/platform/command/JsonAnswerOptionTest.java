package org.vigie.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

class JsonAnswerOptionTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private record CountAnswer(int stays, Instant at, Optional<String> note, List<String> files) {}

    @Command(name = "count")
    private static final class CountCommand implements Runnable {
        @Spec
        CommandSpec spec;

        @Mixin
        JsonAnswerOption json = new JsonAnswerOption();

        @Override
        public void run() {
            PrintWriter answers = spec.commandLine().getOut();
            json.progress(answers, spec.commandLine().getErr()).println("counting ...");
            json.print(
                    answers,
                    "3 stays",
                    new CountAnswer(3, Instant.parse("2026-03-01T08:00:00Z"), Optional.empty(), List.of("a.csv")));
        }
    }

    @Test
    void withoutTheOptionAnAnswerIsText() {
        // when
        count();
        // then
        assertThat(out).hasToString("counting ...\n3 stays\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withTheOptionStandardOutputHoldsJsonAndNothingElse() throws IOException {
        // when
        count("--json");
        // then
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.path("stays").asInt()).isEqualTo(3);
        assertThat(answer.path("at").asText()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(answer.path("note").isNull()).isTrue();
        assertThat(answer.path("files").get(0).asText()).isEqualTo("a.csv");
        assertThat(err).hasToString("counting ...\n");
    }

    @Test
    void anAnswerWithoutTextIsPrintedAsJsonOnly() {
        // given
        var json = new JsonAnswerOption();
        // when
        json.print(new PrintWriter(out, true), List.of(1));
        json.chosen = true;
        json.print(new PrintWriter(out, true), List.of(2));
        // then
        assertThat(out.toString()).isEqualToIgnoringNewLines("[ 2 ]");
    }

    private void count(String... arguments) {
        CommandRunner.of(new CountCommand(), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
