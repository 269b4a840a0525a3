package org.vigie.training.command.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SynthesisConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final SynthesisConsole console =
            new SynthesisConsole(new PrintStream(bytes, true, StandardCharsets.UTF_8), 150);

    @Test
    void theBarMovesWithTheBudgetAndNotWithTheSteps() {
        // when
        console.trained(1, .01, 9.5);
        console.trained(2, .03, 9.25);
        console.trained(3, .03, 9);
        console.trained(900, 1, 3);

        // then
        assertThat(text().lines())
                .hasSize(40)
                .startsWith("[------------------------------] 1 of 40: step 2, distance 9.25")
                .endsWith("[##############################] 40 of 40: step 900, distance 3.00");
    }

    @Test
    void theStaysAreCountedInHundredsAndAtTheEnd() {
        // when
        for (int made = 1; made <= 150; made++) {
            console.made(made);
        }

        // then
        assertThat(text().lines()).containsExactly("100 of 150 stays", "150 of 150 stays");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
