package org.vigie.recordings.wfdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts the digital values of a signal to physical values.
 *
 * @param gain digital steps of one unit
 * @param baseline the digital value of 0
 * @param unit as the header writes it; {@code mV} when it gives none
 * @param fault why the signal has no values; empty when it has
 */
record WfdbCalibration(double gain, int baseline, String unit, String fault) {
    private static final String DEFAULT_UNIT = "mV";
    private static final Pattern GAIN = Pattern.compile("([^(/]*)(?:\\(([^)]*)\\))?(?:/(.*))?");

    /**
     * Parses {@code gain(baseline)/unit}.
     *
     * @param adcZero the baseline of a signal whose gain gives none
     */
    static WfdbCalibration parse(String field, String adcZero) {
        Matcher match = GAIN.matcher(field);
        boolean isReadable = match.matches();
        String steps = isReadable ? match.group(1) : field;
        String baseline = isReadable && match.group(2) != null ? match.group(2) : adcZero;
        String unit = isReadable && match.group(3) != null ? match.group(3) : DEFAULT_UNIT;
        double gain = steps.isEmpty() ? 0 : WfdbSignalLine.parsed(steps);
        String fault = fault(field, gain, baseline);
        return new WfdbCalibration(gain, fault.isEmpty() ? Integer.parseInt(baseline) : 0, unit, fault);
    }

    /** Returns why there is no calibration. A gain that is zero or missing says so (header(5)). */
    private static String fault(String field, double gain, String baseline) {
        if (field.isEmpty()) {
            return "no calibration: its ADC gain is missing";
        }
        if (gain == 0) {
            return "no calibration: its ADC gain is 0, which in WFDB says uncalibrated";
        }
        if (Double.isNaN(gain)) {
            return "no calibration: ADC gain must be a number, was '" + field + "'";
        }
        return baseline.matches("[+-]?\\d{1,9}")
                ? ""
                : "no calibration: baseline must be a whole number, was '" + baseline + "'";
    }

    /** Returns the physical value, NaN for a digital value that says that there is no sample. */
    double physical(int digital) {
        return digital == WfdbSamples.ABSENT ? Double.NaN : (digital - baseline) / gain;
    }
}
