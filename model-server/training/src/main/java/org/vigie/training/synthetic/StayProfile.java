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
    private static final List<String> FLAGS = List.of(
            "height_known",
            "weight_known",
            "female",
            "unit_coronary",
            "unit_cardiac_surgery",
            "unit_medical",
            "unit_surgical");

    /**
     * Describes a number at admission.
     *
     * @param name in {@link StaticFeatures#NAMES}
     * @param known name of the flag that tells whether it is known
     * @param usual number that an unknown one counts as
     */
    private record AdmissionNumber(String name, String known, double usual, double deviation) {
        private static final List<AdmissionNumber> ALL = List.of(
                new AdmissionNumber("age_years", "age_known", 60, 17),
                new AdmissionNumber("height_cm", "height_known", 170, 11),
                new AdmissionNumber("weight_kg", "weight_known", 80, 24));

        double scaled(StaticFeatures facts) {
            return encoded(facts, known) == 0 ? 0 : (encoded(facts, name) - usual) / deviation;
        }
    }

    static StayProfile of(LabelledStay stay, SeriesSpread spread) {
        HourlyCells cells = HourlyCells.of(stay);
        double[] numbers = new double[KINDS * SERIES + AdmissionNumber.ALL.size() + FLAGS.size()];
        for (int series = 0; series < SERIES; series++) {
            describe(cells, series, spread, numbers);
        }
        StaticFeatures facts = stay.stay().statics();
        int place = KINDS * SERIES;
        for (AdmissionNumber number : AdmissionNumber.ALL) {
            numbers[place++] = number.scaled(facts);
        }
        for (String flag : FLAGS) {
            numbers[place++] = encoded(facts, flag);
        }
        return new StayProfile(numbers);
    }

    private static double encoded(StaticFeatures facts, String name) {
        return facts.encode()[StaticFeatures.NAMES.indexOf(name)];
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
