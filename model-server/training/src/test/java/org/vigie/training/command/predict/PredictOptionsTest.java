package org.vigie.training.command.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictOptionsTest {
    @Test
    void hoursAreSortedAndDistinct() {
        // when
        PredictOptions options =
                PredictOptions.parse("--hours", "48, 6,6", "--model", "m", "--out", "o.csv", "--data", "d.tar.gz");

        // then
        assertThat(options)
                .isEqualTo(new PredictOptions(Path.of("m"), Path.of("d.tar.gz"), List.of(6, 48), Path.of("o.csv")));
    }

    @Test
    void withoutHoursTheFiveOfTheProtocolAreUsed() {
        assertThat(PredictOptions.parse("--model", "m", "--out", "o", "--data", "d")
                        .hours())
                .containsExactly(6, 12, 24, 36, 48);
    }

    @Test
    void withoutAModelTheShippedOneIsUsed() {
        // given
        Path model = PredictOptions.parse("--out", "o", "--data", "d").model();

        // when, then
        assertThat(Path.of(System.getProperty("vigie.repository")).resolve(model))
                .isDirectoryContaining("glob:**/model-card.json");
    }

    @Test
    void wrongOptionsAreReported() {
        assertRefused("Missing required option: '--data", "--out", "o");
        assertRefused("Missing required option: '--out", "--data", "d", "--model", "m");
        for (String wrong : List.of("0", "49", "-6", "six", "", "6,,12", "999")) {
            assertRefused(
                    "--hours: must be whole hours from 1 to 48",
                    "--model",
                    "m",
                    "--data",
                    "d",
                    "--out",
                    "o",
                    "--hours",
                    wrong);
        }
        assertRefused("Unknown option", "--model", "m", "--data", "d", "--out", "o", "--outcomes", "x");
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> PredictOptions.parse(arguments)).hasMessageStartingWith(sentence);
    }
}
