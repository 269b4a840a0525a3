package org.vigie.training.command.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleProgressBarTest {
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);

    private List<String> lines() {
        return console.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void theBarFillsWithThePartsThatWereTrained() {
        // given
        var bar = new ConsoleProgressBar(out, 3);

        // when
        List.of("trees", "net 1", "net 2").forEach(bar);

        // then
        assertThat(lines())
                .containsExactly(
                        "[" + "#".repeat(10) + "-".repeat(20) + "] 1 of 3: trees",
                        "[" + "#".repeat(20) + "-".repeat(10) + "] 2 of 3: net 1",
                        "[" + "#".repeat(30) + "] 3 of 3: net 2");
    }

    @Test
    void aPartTooManyDoesNotBreakTheBar() {
        // given
        var bar = new ConsoleProgressBar(out, 1);

        // when
        List.of("trees", "one more").forEach(bar);

        // then
        assertThat(lines().get(1)).isEqualTo("[" + "#".repeat(30) + "] 2 of 1: one more");
    }

    @Test
    void partsThatAreTrainedSideBySideAreAllCounted() {
        // given
        var bar = new ConsoleProgressBar(out, 200);

        // when
        IntStream.range(0, 200).parallel().forEach(part -> bar.accept("part " + part));

        // then
        assertThat(lines()).hasSize(200);
        assertThat(lines().get(199)).startsWith("[" + "#".repeat(30) + "] 200 of 200: ");
    }
}
