package org.vigie.training.evaluate;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.vigie.schemas.variable.Range;
import org.vigie.schemas.variable.Sampling;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.feature.Statics;
import org.vigie.training.cohort.Measurement;
import org.vigie.training.cohort.Recording;

/** Something that goes wrong on a ward, done to a recorded stay. What comes of it is cleaned as live. The same stay is always disturbed alike. */
public record Disturbance(String name, UnaryOperator<Recording> does) {
    private static final long SEED = 2012;

    /** @param hours of the stay that the model sees */
    public static List<Disturbance> all(int hours) {
        return List.of(
                planted(0.01),
                planted(0.05),
                new Disturbance("half of the values lost", stay -> some(stay, random(stay), 0.5)),
                without("laboratory silent", Disturbance::isLaboratory),
                without("no Glasgow coma score", measurement -> is(measurement, "gcs_total")),
                without("no urine output", measurement -> is(measurement, "urine")),
                without(
                        "no arterial line",
                        measurement -> measurement.variable().name().startsWith("abp_")),
                without(
                        "monitor only",
                        measurement -> !measurement.variable().kind().equals("VITAL")),
                new Disturbance(
                        "nothing known at admission",
                        stay -> new Recording(stay.id(), Statics.UNKNOWN, stay.measurements())),
                without(
                        "the last hour half over",
                        measurement -> measurement.since().compareTo(Duration.ofMinutes(60L * hours - 30)) >= 0),
                shifted("clock half an hour fast", Duration.ofMinutes(30)),
                shifted("clock two hours fast", Duration.ofHours(2)),
                shifted("clock two hours slow", Duration.ofHours(-2)));
    }

    /** Any value that is physically possible, in place of a monitor's. */
    private static Disturbance planted(double share) {
        return new Disturbance("artefacts in " + Math.round(100 * share) + " % of the monitor's values", stay -> {
            SplittableRandom random = random(stay);
            return stay.sending(stay.measurements().stream()
                    .map(measurement -> isMonitor(measurement) && random.nextDouble() < share
                            ? new Measurement(measurement.since(), measurement.variable(), any(measurement, random))
                            : measurement)
                    .toList());
        });
    }

    private static Recording some(Recording stay, SplittableRandom random, double share) {
        return stay.sending(stay.measurements().stream()
                .filter(measurement -> random.nextDouble() < share)
                .toList());
    }

    private static Disturbance without(String name, Predicate<Measurement> lost) {
        return new Disturbance(
                name,
                stay -> stay.sending(
                        stay.measurements().stream().filter(lost.negate()).toList()));
    }

    private static Disturbance shifted(String name, Duration by) {
        return new Disturbance(
                name,
                stay -> stay.sending(stay.measurements().stream()
                        .map(measurement -> new Measurement(
                                measurement.since().plus(by), measurement.variable(), measurement.value()))
                        .toList()));
    }

    private static double any(Measurement measurement, SplittableRandom random) {
        Range possible = measurement.variable().hard();
        return random.nextDouble(possible.low(), possible.high());
    }

    private static SplittableRandom random(Recording stay) {
        return new SplittableRandom(SEED + stay.id());
    }

    private static boolean isMonitor(Measurement measurement) {
        return measurement.variable().sampling() == Sampling.CONTINUOUS;
    }

    private static boolean isLaboratory(Measurement measurement) {
        return measurement.variable().kind().equals("LAB");
    }

    private static boolean is(Measurement measurement, String name) {
        Variable variable = measurement.variable();
        return variable.name().equals(name);
    }
}
