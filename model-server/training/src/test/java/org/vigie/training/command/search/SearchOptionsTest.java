package org.vigie.training.command.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.tree.BoostedTreesConfig;

class SearchOptionsTest {
    @Test
    void onlyTheDataAndTheLogMustBeNamed() {
        // when
        SearchOptions options = SearchOptions.parse("--data", "d", "--log", "l");

        // then
        assertThat(options.drawn()).hasSize(16);
        assertThat(options.shipped().config()).isEqualTo(BoostedTreesConfig.defaults());
    }

    @Test
    void theSameSeedDrawsTheSameSettingsAndNoTwoAreAlike() {
        // given
        String[] asked = {"--data", "d", "--log", "l", "--of", "nets", "--seed", "7", "--settings", "40"};

        // when, then
        assertThat(SearchOptions.parse(asked).drawn())
                .isEqualTo(SearchOptions.parse(asked).drawn())
                .doesNotHaveDuplicates()
                .allSatisfy(setting ->
                        assertThat(((NetworkConfig) setting.config()).rate()).isBetween(5e-4, 5e-3));
    }

    @Test
    void wrongOptionsAreReported() {
        assertThatThrownBy(() -> SearchOptions.parse("--data", "d")).hasMessageContaining("--log");
        assertThatThrownBy(() -> SearchOptions.parse("--data", "d", "--log", "l", "--of", "woods"))
                .hasMessage("--of: must be trees or nets, was 'woods'");
        assertThatThrownBy(() -> SearchOptions.parse("--data", "d", "--log", "l", "--settings", "0"))
                .hasMessage("--settings: must be at least 1, was 0");
    }
}
