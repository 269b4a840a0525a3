package org.vigie.training.synthetic;

import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.ArrayList;
import java.util.List;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;

/**
 * Describes a stay by a vector in which stays can be compared: the mean, the last value and the share of measured hours of each series, and
 * the facts at admission. Numbers are in standard deviations of the recorded stays; what was never measured counts as the mean.
 */
record StayProfile(double[] numbers) {
    private static final int KINDS = 3;
    private static final double USUAL_AGE = 60;
    private static final double AGE_DEVIATION = 17;
    private static final List<String> FLAGS =
            List.of("female", "unit_coronary", "unit_cardiac_surgery", "unit_medical", "unit_surgical");

    static StayProfile of(LabelledStay stay, SeriesSpread spread) {
        HourlyCells cells = HourlyCells.of(stay);
        double[] numbers = new double[KINDS * SERIES + 1 + FLAGS.size()];
        for (int series = 0; series < SERIES; series++) {
            describe(cells, series, spread, numbers);
        }
        StaticFeatures facts = stay.stay().statics();
        numbers[KINDS * SERIES] = Double.isNaN(facts.age()) ? 0 : (facts.age() - USUAL_AGE) / AGE_DEVIATION;
        for (int flag = 0; flag < FLAGS.size(); flag++) {
            numbers[KINDS * SERIES + 1 + flag] = facts.encode()[StaticFeatures.NAMES.indexOf(FLAGS.get(flag))];
        }
        return new StayProfile(numbers);
    }

    /** Returns the place of the mean of a series. */
    static int meanOf(int series) {
        return KINDS * series;
    }

    private static void describe(HourlyCells cells, int series, SeriesSpread spread, double[] numbers) {
        double sum = 0;
        double last = 0;
        int count = 0;
        for (int cell = series; cell < cells.values().length; cell += SERIES) {
            if (cells.isMeasured(cell)) {
                last = spread.scaled(series, cells.values()[cell]);
                sum += last;
                count++;
            }
        }
        numbers[KINDS * series] = count == 0 ? 0 : sum / count;
        numbers[KINDS * series + 1] = last;
        numbers[KINDS * series + 2] = 2.0 * count * SERIES / cells.values().length;
    }

    static List<StayProfile> of(List<LabelledStay> stays, SeriesSpread spread) {
        List<StayProfile> profiles = new ArrayList<>();
        stays.forEach(stay -> profiles.add(of(stay, spread)));
        return profiles;
    }

    /** Returns the Euclidean distance over the numbers at the places from {@code from} in steps. */
    double distance(StayProfile other, int from, int step) {
        double sum = 0;
        for (int place = from; place < numbers.length; place += step) {
            double difference = numbers[place] - other.numbers[place];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    double distance(StayProfile other) {
        return distance(other, 0, 1);
    }
}
