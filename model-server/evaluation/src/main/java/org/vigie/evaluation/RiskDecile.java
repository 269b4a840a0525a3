package org.vigie.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Describes a tenth of the stays, with similar risks.
 *
 * @param predicted mean probability
 * @param observed share that died
 */
public record RiskDecile(int stays, double predicted, double observed) {
    private static final int COUNT = 10;
    private static final double SMALL = 0.001;

    /** Divides the stays by falling risk into ten groups whose sizes differ by at most one; fewer groups when there are fewer stays. */
    static List<RiskDecile> of(float[] probabilities, boolean[] died, int[] order) {
        return IntStream.range(0, COUNT)
                .mapToObj(
                        bin -> Arrays.copyOfRange(order, bin * order.length / COUNT, (bin + 1) * order.length / COUNT))
                .filter(members -> members.length > 0)
                .map(members -> new RiskDecile(
                        members.length,
                        mean(members, member -> probabilities[member]),
                        mean(members, member -> died[member] ? 1 : 0)))
                .toList();
    }

    private static double mean(int[] members, IntToDoubleFunction value) {
        return IntStream.of(members).mapToDouble(value).average().orElseThrow();
    }

    /**
     * Computes event 2 of the challenge: Hosmer and Lemeshow's H over the span of the deciles' risks; lower is better. It is infinite when
     * all stays have the same risk.
     *
     * <p>Source: Silva I et al. Comput Cardiol 2012;39:245-248. H = sum (O - E)^2 / (M p (1 - p) + 0.001) with M stays, O deaths, p the
     * mean risk and E = M p of a decile.
     */
    static double event2(List<RiskDecile> deciles) {
        double h = deciles.stream().mapToDouble(RiskDecile::misfit).sum();
        return h / (deciles.get(0).predicted - deciles.get(deciles.size() - 1).predicted);
    }

    /** Computes the expected calibration error: the mean distance between predicted and observed risk. */
    static double ece(List<RiskDecile> deciles) {
        int all = deciles.stream().mapToInt(RiskDecile::stays).sum();
        return deciles.stream()
                        .mapToDouble(decile -> decile.stays * Math.abs(decile.predicted - decile.observed))
                        .sum()
                / all;
    }

    private double misfit() {
        double missed = stays * (observed - predicted);
        return missed * missed / (stays * predicted * (1 - predicted) + SMALL);
    }
}
