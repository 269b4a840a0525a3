package org.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigie.training.learn.LearnerConfig;

class TrainOptionsTest {
    @Test
    void onlyTheDataMustBeNamed() {
        TrainOptions options = TrainOptions.parse("--data", "d");

        assertThat(options)
                .isEqualTo(new TrainOptions(Path.of("d"), Path.of("build/models"), "1", LearnerConfig.defaults()));
    }

    @Test
    void everyOptionIsTaken() {
        TrainOptions options =
                TrainOptions.parse("--seed", "7", "--data", "d", "--epochs", "3", "--out", "o", "--version", "2");

        assertThat(options.models()).isEqualTo(Path.of("o"));
        assertThat(options.version()).isEqualTo("2");
        assertThat(options.learner().seed()).isEqualTo(7);
        assertThat(options.learner().epochs()).isEqualTo(3);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> TrainOptions.parse("--seed", "7")).hasMessageStartingWith("--data: missing");
        assertThatThrownBy(() -> TrainOptions.parse("--data")).hasMessageStartingWith("--data: needs a value");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--speed", "9"))
                .hasMessageStartingWith("--speed: unknown option");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--seed", "x"))
                .hasMessage("--seed: must be a whole number, was 'x'");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--epochs", "0"))
                .hasMessage("epochs: must be at least 1, was 0");
    }
}
