package org.vigie.training.synthetic;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Compares one series of recorded and of synthetic stays.
 *
 * @param series name of the variable
 * @param recorded spread and course in the recorded stays
 * @param synthetic the same in the synthetic ones
 */
public record SeriesComparison(String series, SeriesCourse recorded, SeriesCourse synthetic) {
    /** Deciles that are compared, in per cent. */
    private static final int[] DECILES = {5, 25, 50, 75, 95};
    /** Fewest pairs of following hours for an autocorrelation. */
    private static final int PAIRS = 100;

    /**
     * Describes a series.
     *
     * @param quantiles at 5, 25, 50, 75 and 95 %, in standard deviations of the recorded stays; empty where nothing was measured
     * @param measured share of measured hours
     * @param autocorrelation of values from one hour to the next, around the mean of the stay; NaN with fewer than 100 pairs
     */
    public record SeriesCourse(List<Double> quantiles, double measured, double autocorrelation) {}

    /** Compares every series. */
    static List<SeriesComparison> of(SyntheticSplit split) {
        SeriesSpread spread = SeriesSpread.of(split.members());
        List<HourlyCells> recorded =
                split.members().stream().map(HourlyCells::of).toList();
        List<HourlyCells> synthetic =
                split.synthetic().stream().map(HourlyCells::of).toList();
        return IntStream.range(0, SERIES)
                .mapToObj(series -> new SeriesComparison(
                        VariableCatalogue.standard().series().get(series).name(),
                        course(recorded, series, spread),
                        course(synthetic, series, spread)))
                .toList();
    }

    private static SeriesCourse course(List<HourlyCells> stays, int series, SeriesSpread spread) {
        List<Double> values = new ArrayList<>();
        AutocorrelationSums sums = new AutocorrelationSums();
        for (HourlyCells stay : stays) {
            double[] hours = IntStream.range(0, HOURS)
                    .mapToDouble(hour -> spread.scaled(series, stay.values()[hour * SERIES + series]))
                    .toArray();
            IntStream.range(0, HOURS)
                    .filter(hour -> !Double.isNaN(hours[hour]))
                    .forEach(hour -> values.add(hours[hour]));
            sums.add(hours);
        }
        double measured = (double) values.size() / (stays.size() * HOURS);
        return new SeriesCourse(quantiles(values), measured, sums.pairs() < PAIRS ? Double.NaN : sums.correlation());
    }

    private static List<Double> quantiles(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? List.of()
                : IntStream.of(DECILES)
                        .mapToObj(share -> sorted.get((sorted.size() - 1) * share / 100))
                        .toList();
    }

    /** Returns the difference of the autocorrelations; NaN where one is not known. */
    double autocorrelationDifference() {
        return Math.abs(recorded.autocorrelation() - synthetic.autocorrelation());
    }
}
