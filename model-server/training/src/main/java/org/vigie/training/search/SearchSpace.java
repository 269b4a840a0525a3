package org.vigie.training.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vigie.training.learn.network.NetworkArchitecture;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.tree.BoostedTreesConfig;

/** Draws settings around those that are known to work, from wide ranges. The same seed draws the same settings. */
public final class SearchSpace {
    private final SplittableRandom random;
    private final long seed;

    public SearchSpace(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
    }

    /** @param usual gives rounds and threads */
    public List<SearchSetting> trees(int count, BoostedTreesConfig usual) {
        return IntStream.range(0, count)
                .mapToObj(i -> (SearchSetting) new SearchSetting.TreesSetting(new BoostedTreesConfig(
                        usual.rounds(),
                        scaled(0.01, 0.06),
                        random.nextInt(2, 7),
                        scaled(1, 20),
                        between(0.4, 1),
                        between(0.05, 0.6),
                        scaled(1, 40),
                        between(0.1, 1),
                        seed,
                        usual.threads())))
                .toList();
    }

    /** @param usual gives the epochs */
    public List<SearchSetting> nets(int count, NetworkConfig usual) {
        return IntStream.range(0, count)
                .mapToObj(i -> (SearchSetting) new SearchSetting.NetworkSetting(new NetworkConfig(
                        one(NetworkArchitecture.values()),
                        one(16, 32, 48, 64),
                        one(16, 32, 48, 96),
                        usual.epochs(),
                        scaled(5e-4, 5e-3),
                        scaled(0.03, 1),
                        between(0, 0.4),
                        between(0.1, 0.6),
                        between(0.2, 0.7),
                        between(0, 0.8),
                        between(0, 0.6),
                        between(0, 0.4),
                        seed)))
                .toList();
    }

    private double between(double low, double high) {
        return rounded(random.nextDouble(low, high));
    }

    /** Draws from a logarithmic scale. */
    private double scaled(double low, double high) {
        return rounded(low * Math.pow(high / low, random.nextDouble()));
    }

    @SafeVarargs
    private <T> T one(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** Rounds to three digits, which keeps the log readable. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
