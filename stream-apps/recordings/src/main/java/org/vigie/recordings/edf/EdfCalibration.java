package org.vigie.recordings.edf;

import java.util.List;

/**
 * Converts digital values to physical values.
 *
 * @param range physical minimum and maximum, then digital minimum and maximum
 * @param fault why the signal is not calibrated; empty when it is
 */
record EdfCalibration(List<Double> range, String fault) {
    private static final List<String> NAMES =
            List.of("physical minimum", "physical maximum", "digital minimum", "digital maximum");

    /** Reads the four numbers of a signal. The first one that is no number is the fault. */
    static EdfCalibration parse(List<String> texts, boolean isUncalibratedByUnit) {
        List<Double> range = texts.stream().map(EdfFieldReader::parsed).toList();
        int bad = range.indexOf(Double.NaN);
        String fault = bad < 0
                ? fault(range, isUncalibratedByUnit)
                : NAMES.get(bad) + " must be a number, was '" + texts.get(bad) + "'";
        return new EdfCalibration(range, fault);
    }

    /** Follows EDF+, 2.1.3, item 5. A physical maximum below the minimum is a negative gain and is allowed. */
    private static String fault(List<Double> range, boolean isUncalibratedByUnit) {
        if (range.get(1) - range.get(0) == 0) {
            return "no calibration: physical minimum and maximum are both " + EdfFieldReader.plain(range.get(0));
        }
        if (range.get(2) >= range.get(3)) {
            return "no calibration: digital maximum must be above the minimum, was "
                    + EdfFieldReader.plain(range.get(3)) + " and " + EdfFieldReader.plain(range.get(2));
        }
        return isUncalibratedByUnit
                ? "no calibration: its physical dimension is empty, which in EDF+ says uncalibrated"
                : "";
    }

    double physical(int digital) {
        return range.get(0) + (digital - range.get(2)) * (range.get(1) - range.get(0)) / (range.get(3) - range.get(2));
    }
}
