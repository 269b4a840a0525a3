package org.vigie.training.command.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.training.learn.ensemble.EnsembleConfig;
import org.vigie.training.learn.network.NetworkArchitecture;

class TrainOptionsTest {
    @Test
    void onlyTheDataMustBeNamed() {
        // when
        TrainOptions options = TrainOptions.parse("--data", "d");

        // then
        assertThat(options.sets()).containsExactly("a");
        assertThat(options.models()).isEqualTo(Path.of("build/models"));
        assertThat(options.gate()).isEqualTo(Path.of("model-server/models/gate.json"));
        assertThat(options.force()).isFalse();
        assertThat(options.ensemble().nets()).hasSameSizeAs(EnsembleConfig.SHIPPED_NETS);
        assertThat(options.command()).isEqualTo("./vigie train --data d");
    }

    @Test
    void everyOptionIsTaken() {
        // when
        TrainOptions options = TrainOptions.parse(
                ("--seed 7 --data d --sets a,b --epochs 3 --rounds 5 --out o --version 2 --force --nets lstm,cnn"
                                + " --threads 1 --gate g")
                        .split(" ", -1));

        // then
        assertThat(options.sets()).containsExactly("a", "b");
        assertThat(options.models()).isEqualTo(Path.of("o"));
        assertThat(options.version()).isEqualTo("2");
        assertThat(options.gate()).isEqualTo(Path.of("g"));
        assertThat(options.force()).isTrue();
        assertThat(options.ensemble())
                .isEqualTo(EnsembleConfig.likeShipped(
                        List.of(NetworkArchitecture.LSTM, NetworkArchitecture.CNN), 3, 5, 7, 1));
    }

    @Test
    void wrongOptionsAreReported() {
        assertThatThrownBy(() -> TrainOptions.parse("--seed", "7")).hasMessageContaining("--data");
        assertThatThrownBy(() -> TrainOptions.parse("--data")).hasMessageContaining("--data");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--speed", "9"))
                .hasMessageContaining("--speed");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--seed", "x"))
                .hasMessageContaining("--seed")
                .hasMessageContaining("x");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--forest", "0.25"))
                .hasMessageContaining("--forest");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--epochs", "0"))
                .hasMessage("epochs: must be at least 1, was 0");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--nets", "lstm,rnn"))
                .hasMessageContaining("LSTM, GRU, CNN, CNN_LSTM")
                .hasMessageContaining("rnn");
        assertThatThrownBy(() -> TrainOptions.parse("--data", "d", "--sets", "a,../b"))
                .hasMessage("--sets: must be letters like a,b, was '../b'");
    }
}
