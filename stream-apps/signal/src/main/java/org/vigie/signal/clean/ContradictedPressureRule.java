package org.vigie.signal.clean;

import java.time.Instant;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Detects a pressure that the two other pressures of the same measurement contradict: a systolic pressure below the mean, a diastolic one
 * above it, or a mean that is no mean of the two. A moved decimal point or another unit of this one number must be the only correction with
 * which the three agree. Where the patient's pressure is low, the three numbers are low and agree.
 *
 * <p>The mean lies about 40 % of the pulse pressure above the diastolic pressure (Bos 2007, upper arm).
 *
 * @param message readings that were sent together
 */
record ContradictedPressureRule(Variable variable, List<Reading> message) {
    private static final List<List<String>> MEASUREMENTS = List.of(
            List.of(VariableNames.ABP_SYS, VariableNames.ABP_MEAN, VariableNames.ABP_DIA),
            List.of(VariableNames.NIBP_SYS, VariableNames.NIBP_MEAN, VariableNames.NIBP_DIA));

    private static final int PRESSURES = 3;
    private static final double LOWEST_SHARE = .1;
    private static final double HIGHEST_SHARE = .6;

    /** @param at time of the measurement by the device's clock */
    boolean applies(Instant at) {
        return MEASUREMENTS.stream()
                .filter(measurement -> measurement.contains(variable.name()))
                .anyMatch(measurement -> isContradicted(measurement, pressures(measurement, at)));
    }

    /** Returns true when the two other pressures of the measurement agree with this one, as all three of an arrest do. */
    boolean isConfirmed(Instant at) {
        return MEASUREMENTS.stream()
                .filter(measurement -> measurement.contains(variable.name()))
                .map(measurement -> pressures(measurement, at))
                .anyMatch(pressures -> pressures.length == PRESSURES && agree(pressures));
    }

    /** Returns the values of an instant; fewer or more than three when one is missing or was sent twice. */
    private double[] pressures(List<String> measurement, Instant at) {
        return measurement.stream()
                .flatMap(name -> message.stream()
                        .filter(reading -> reading.variable().equals(name)
                                && reading.measuredAt().equals(at)
                                && reading.status() == MeasurementStatus.VALID))
                .mapToDouble(Reading::catalogueValue)
                .toArray();
    }

    private boolean isContradicted(List<String> measurement, double... pressures) {
        return pressures.length == PRESSURES
                && !agree(pressures)
                && correctable(measurement, pressures).equals(List.of(variable.name()));
    }

    /** Returns the pressures whose correction alone makes the three agree. */
    private static List<String> correctable(List<String> measurement, double... pressures) {
        return IntStream.range(0, pressures.length)
                .filter(place ->
                        isCorrectable(VariableCatalogue.standard().get(measurement.get(place)), place, pressures))
                .mapToObj(measurement::get)
                .toList();
    }

    private static boolean isCorrectable(Variable variable, int place, double... pressures) {
        return new EntryMistakes(variable)
                .corrections().stream().anyMatch(correction -> agreesWhen(correction, variable, place, pressures));
    }

    private static boolean agreesWhen(
            DoubleUnaryOperator correction, Variable variable, int place, double... pressures) {
        double[] corrected = pressures.clone();
        corrected[place] = correction.applyAsDouble(pressures[place]);
        return variable.soft().contains(corrected[place]) && agree(corrected);
    }

    /** Returns true when the mean may be that of the systolic and the diastolic pressure. A number that is not positive is not judged. */
    private static boolean agree(double... pressures) {
        double above = pressures[1] - pressures[2];
        double pulse = pressures[0] - pressures[2];
        return pressures[2] <= 0 || (above >= LOWEST_SHARE * pulse && above <= HIGHEST_SHARE * pulse);
    }
}
