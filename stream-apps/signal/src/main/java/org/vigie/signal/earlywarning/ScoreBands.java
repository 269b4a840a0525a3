package org.vigie.signal.earlywarning;

import java.util.Comparator;
import java.util.List;
import org.vigie.signal.vitals.ChartingResolution;
import org.vigie.signal.vitals.DecisionThresholds;

/**
 * Holds the bands of one parameter of a score, from low to high, without gap or overlap.
 *
 * @param resolution charting resolution of the parameter
 * @param bands bands at that resolution
 */
public record ScoreBands(String parameter, double resolution, List<ScoreBand> bands) {
    /** Holds one band with its points. Both bounds belong to the band; an open end is infinite. */
    public record ScoreBand(double low, double high, int points) {
        boolean contains(double value) {
            return value >= low && value <= high;
        }
    }

    public ScoreBands {
        bands = bands.stream()
                .sorted(Comparator.comparingDouble(ScoreBand::low))
                .toList();
        if (bands.get(0).low() != Double.NEGATIVE_INFINITY
                || bands.get(bands.size() - 1).high() != Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(parameter + ": the first and the last band must be open");
        }
        for (int i = 1; i < bands.size(); i++) {
            double step = bands.get(i).low() - bands.get(i - 1).high();
            if (Math.abs(step - resolution) > resolution / 1000) {
                throw new IllegalArgumentException(parameter + ": the band from "
                        + bands.get(i).low() + " must begin " + resolution + " after the one before, began " + step
                        + " after it");
            }
        }
    }

    /**
     * Returns the points of a value.
     *
     * @param charted value rounded by {@link ChartingResolution#round}
     */
    public int points(double charted) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).contains(charted)) {
                return bands.get(i).points();
            }
        }
        throw new IllegalArgumentException(parameter + ": must be charted at " + resolution + ", was " + charted);
    }

    void addTo(DecisionThresholds thresholds, String variable) {
        for (ScoreBand band : bands) {
            thresholds.addFrom(variable, band.low());
            thresholds.addAbove(variable, band.high());
        }
    }

    public int fewest() {
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < bands.size(); i++) {
            fewest = Math.min(fewest, bands.get(i).points());
        }
        return fewest;
    }

    public int most() {
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < bands.size(); i++) {
            most = Math.max(most, bands.get(i).points());
        }
        return most;
    }
}
