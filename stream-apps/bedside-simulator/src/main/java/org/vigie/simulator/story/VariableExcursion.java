package org.vigie.simulator.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.simulator.patient.RandomSeed;

/**
 * Describes the effect of a script on one variable: it moves from the patient's own value to the target, stays there, and returns.
 *
 * @param delay time from the script's onset
 * @param target target value in the catalogue's unit; empty: the monitor shows no number in the meantime
 * @param swing amplitude of the variation around the target
 */
record VariableExcursion(
        String variable,
        Duration delay,
        OptionalDouble target,
        double swing,
        Duration ramp,
        Duration hold,
        Duration recover) {

    static VariableExcursion of(NamedCsvRecord row) {
        String target = row.getField("target");
        return new VariableExcursion(
                VariableCatalogue.standard().get(row.getField("variable")).name(),
                seconds(row, "delay_s"),
                target.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(target)),
                target.isEmpty() ? 0 : Double.parseDouble(row.getField("swing")),
                seconds(row, "ramp_s"),
                seconds(row, "hold_s"),
                seconds(row, "recover_s"));
    }

    private static Duration seconds(NamedCsvRecord row, String field) {
        return Duration.ofSeconds(Long.parseLong(row.getField(field)));
    }

    /** Returns the time from the script's onset to the last effect of this excursion. */
    Duration end() {
        return delay.plus(ramp).plus(hold).plus(recover);
    }

    /** Changes {@code signs} by the effect of this excursion at {@code since} after the script's onset. */
    void apply(Map<String, Double> signs, Duration since, Instant at, RandomSeed seed) {
        double share = effectShare(since);
        if (share == 0) {
            return;
        }
        if (target.isEmpty()) {
            signs.remove(variable);
            return;
        }
        double there = target.getAsDouble() + swing * seed.derive(variable).wave((double) at.getEpochSecond(), 10);
        signs.computeIfPresent(variable, (name, own) -> own + share * (there - own));
    }

    /** Returns 0 for the patient's own value, 1 for the target, and values in between on the ramps. */
    double effectShare(Duration since) {
        Duration in = since.minus(delay);
        if (in.isNegative() || since.compareTo(end()) >= 0) {
            return 0;
        }
        if (in.compareTo(ramp) < 0) {
            return RandomSeed.smooth(effectShare(in, ramp));
        }
        Duration back = in.minus(ramp).minus(hold);
        return back.isNegative() ? 1 : 1 - RandomSeed.smooth(effectShare(back, recover));
    }

    private static double effectShare(Duration part, Duration whole) {
        return (double) part.toMillis() / whole.toMillis();
    }

    /** Returns true when the target lies outside the alarm limits, so that an alarm must follow. */
    boolean leavesLimits() {
        return target.isPresent()
                && !VariableCatalogue.standard().get(variable).alarm().contains(target.getAsDouble());
    }
}
