package org.vigie.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.training.learn.network.NetworkArchitecture;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.tree.BoostedTreesConfig;

class SearchSpaceTest {
    private static final int MANY = 300;
    private static final NetworkConfig USUAL =
            new NetworkConfig(NetworkArchitecture.LSTM, 32, 48, 17, 1e-3, 0.1, 0.1, 0.3, 0.5, 0.4, 0.3, 0.2, 1);

    private static List<BoostedTreesConfig> trees(long seed) {
        return new SearchSpace(seed)
                .trees(MANY, BoostedTreesConfig.defaults()).stream()
                        .map(setting -> (BoostedTreesConfig) setting.config())
                        .toList();
    }

    private static List<NetworkConfig> nets(long seed) {
        return new SearchSpace(seed)
                .nets(MANY, USUAL).stream()
                        .map(setting -> (NetworkConfig) setting.config())
                        .toList();
    }

    @Test
    void theSameSeedDrawsTheSameSettingsAndAnotherSeedDoesNot() {
        assertThat(trees(1)).isEqualTo(trees(1)).isNotEqualTo(trees(2));
        assertThat(nets(1)).isEqualTo(nets(1)).isNotEqualTo(nets(2));
    }

    @Test
    void treesStayWithinTheirRangesAndKeepTheUsualRounds() {
        assertThat(trees(3)).allSatisfy(drawn -> {
            assertThat(drawn.rounds()).isEqualTo(BoostedTreesConfig.defaults().rounds());
            assertThat(drawn.rate()).isBetween(0.01, 0.06);
            assertThat(drawn.depth()).isBetween(2, 6);
            assertThat(drawn.rows()).isBetween(0.4, 1.0);
            assertThat(drawn.columns()).isBetween(0.05, 0.6);
        });
    }

    @Test
    void everyDepthAndEveryArchitectureIsDrawn() {
        assertThat(trees(3)).extracting(BoostedTreesConfig::depth).contains(2, 3, 4, 5, 6);
        assertThat(nets(3)).extracting(NetworkConfig::architecture).contains(NetworkArchitecture.values());
    }

    @Test
    void networksStayWithinTheirRangesAndKeepTheUsualEpochs() {
        assertThat(nets(4)).allSatisfy(drawn -> {
            assertThat(drawn.epochs()).isEqualTo(17);
            assertThat(drawn.hidden()).isIn(16, 32, 48, 64);
            assertThat(drawn.rate()).isBetween(5e-4, 5e-3);
            assertThat(drawn.headDropped()).isBetween(0.1, 0.6);
            assertThat(drawn.seed()).isEqualTo(4);
        });
    }

    @Test
    void halfOfTheRatesLieBelowTheGeometricMeanOfTheRange() {
        // given
        double middle = Math.sqrt(0.01 * 0.06);

        // when
        long below = trees(5).stream().filter(drawn -> drawn.rate() < middle).count();

        // then
        assertThat(below).isBetween(MANY * 2L / 5, MANY * 3L / 5);
    }

    @Test
    void aDrawnNumberHasAtMostThreeDigits() {
        assertThat(trees(6))
                .allSatisfy(drawn -> assertThat(drawn.ridge())
                        .isEqualTo(new BigDecimal(drawn.ridge())
                                .round(new MathContext(3))
                                .doubleValue()));
    }
}
