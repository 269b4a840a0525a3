package org.vigie.training.evaluate;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedMeasurement;
import org.vigie.training.cohort.RecordedStay;

/**
 * Applies a fault of a ward to a recorded stay. The result is cleaned as the live stream is. The same stay is always disturbed in
 * the same way.
 */
public record InputDisturbance(String name, UnaryOperator<RecordedStay> does) {
    private static final long SEED = 2012;

    /**
     * Lists all disturbances.
     *
     * @param hours of the stay that the model sees
     */
    public static List<InputDisturbance> all(int hours) {
        return Stream.of(ofMonitor(), ofSources(), ofTime(hours))
                .flatMap(List::stream)
                .toList();
    }

    private static List<InputDisturbance> ofMonitor() {
        return List.of(
                planted(0.01),
                planted(0.05),
                new InputDisturbance("half of the values lost", stay -> some(stay, random(stay), 0.5)));
    }

    private static List<InputDisturbance> ofSources() {
        return List.of(
                without("laboratory silent", InputDisturbance::isLaboratory),
                without("no Glasgow coma score", measurement -> is(measurement, VariableNames.GCS_TOTAL)),
                without("no urine output", measurement -> is(measurement, VariableNames.URINE)),
                without("no arterial line", InputDisturbance::isArterialLine),
                without("monitor only", measurement -> !isVital(measurement)),
                new InputDisturbance(
                        "nothing known at admission",
                        stay -> new RecordedStay(stay.id(), StaticFeatures.UNKNOWN, stay.measurements())));
    }

    private static List<InputDisturbance> ofTime(int hours) {
        Duration halfHourBefore = Duration.ofMinutes(60L * hours - 30);
        return List.of(
                without(
                        "the last hour half over",
                        measurement -> measurement.since().compareTo(halfHourBefore) >= 0),
                shifted("clock half an hour fast", Duration.ofMinutes(30)),
                shifted("clock two hours fast", Duration.ofHours(2)),
                shifted("clock two hours slow", Duration.ofHours(-2)));
    }

    /** Replaces values of a monitor by physically possible ones. */
    private static InputDisturbance planted(double share) {
        return new InputDisturbance("artefacts in " + Math.round(100 * share) + " % of the monitor's values", stay -> {
            SplittableRandom random = random(stay);
            return stay.withMeasurements(stay.measurements().stream()
                    .map(measurement -> isMonitor(measurement) && random.nextDouble() < share
                            ? new RecordedMeasurement(
                                    measurement.since(), measurement.variable(), any(measurement, random))
                            : measurement)
                    .toList());
        });
    }

    private static RecordedStay some(RecordedStay stay, SplittableRandom random, double share) {
        return stay.withMeasurements(stay.measurements().stream()
                .filter(measurement -> random.nextDouble() < share)
                .toList());
    }

    private static InputDisturbance without(String name, Predicate<RecordedMeasurement> lost) {
        return new InputDisturbance(
                name,
                stay -> stay.withMeasurements(
                        stay.measurements().stream().filter(lost.negate()).toList()));
    }

    private static InputDisturbance shifted(String name, Duration by) {
        return new InputDisturbance(
                name,
                stay -> stay.withMeasurements(stay.measurements().stream()
                        .map(measurement -> new RecordedMeasurement(
                                measurement.since().plus(by), measurement.variable(), measurement.value()))
                        .toList()));
    }

    private static double any(RecordedMeasurement measurement, SplittableRandom random) {
        ValueRange possible = measurement.variable().hard();
        return random.nextDouble(possible.low(), possible.high());
    }

    private static SplittableRandom random(RecordedStay stay) {
        return new SplittableRandom(SEED + stay.id());
    }

    private static boolean isMonitor(RecordedMeasurement measurement) {
        return measurement.variable().sampling() == SamplingMode.CONTINUOUS;
    }

    private static boolean isArterialLine(RecordedMeasurement measurement) {
        return measurement.variable().name().startsWith("abp_");
    }

    private static boolean isVital(RecordedMeasurement measurement) {
        return measurement.variable().kind().equals("VITAL");
    }

    private static boolean isLaboratory(RecordedMeasurement measurement) {
        return measurement.variable().kind().equals("LAB");
    }

    private static boolean is(RecordedMeasurement measurement, String name) {
        Variable variable = measurement.variable();
        return variable.name().equals(name);
    }
}
