package org.vigie.signal.clean;

import java.time.Duration;
import java.util.Optional;

/**
 * Computes the urine output per weight and hour, in mL/kg/h.
 *
 * <p>Source: KDIGO 2012, clinical practice guideline for acute kidney injury, section 2.1 (urine output criterion). The bounds of the time are
 * unit defaults.
 *
 * @param volume urine in mL since the measurement before
 * @param collected time since the measurement before
 * @param weight body weight in kg; NaN when it is not known
 */
public record UrineRate(double volume, Duration collected, double weight) {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);

    /** Returns the rate in mL/kg/h. It is empty without a weight, and when the urine was collected too short or too long. */
    public Optional<Double> perKilogramAndHour() {
        boolean isKnown =
                weight > 0 && volume >= 0 && collected.compareTo(SHORTEST) >= 0 && collected.compareTo(LONGEST) <= 0;
        return isKnown ? Optional.of(rounded(volume / weight / hours())) : Optional.empty();
    }

    private double hours() {
        return collected.toSeconds() / (double) Duration.ofHours(1).toSeconds();
    }

    private static double rounded(double rate) {
        return Math.rint(rate * 100) / 100;
    }
}
