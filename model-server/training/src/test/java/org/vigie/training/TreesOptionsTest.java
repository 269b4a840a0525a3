package org.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigie.training.learn.tree.BoostedTreesConfig;

class TreesOptionsTest {
    @Test
    void theTreesHaveDefaults() {
        assertThat(TreesOptions.parse("--data", "d", "--report", "r"))
                .isEqualTo(new TreesOptions(Path.of("d"), Path.of("r"), BoostedTreesConfig.defaults()));
    }

    @Test
    void everyOptionIsTaken() {
        TreesOptions options = TreesOptions.parse(
                ("--data d --report r --rounds 9 --rate 0.1 --depth 3 --child-weight 2 --rows 0.6 --columns 0.2 --ridge 4 "
                                + "--partial 0.5 --seed 8 --threads 1")
                        .split(" ", -1));

        assertThat(options.trees()).isEqualTo(new BoostedTreesConfig(9, 0.1, 3, 2, 0.6, 0.2, 4, 0.5, 8, 1));
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> TreesOptions.parse("--data", "d")).hasMessageContaining("--report");
        assertThatThrownBy(() -> TreesOptions.parse("--data", "d", "--report", "r", "--rounds", "0"))
                .hasMessage("rounds: must be at least 1, was 0");
    }
}
