package org.vigie.schemas.variable;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One measurable quantity. Every number is in {@link #unit()} (UCUM).
 *
 * @param name short name, unique, lower case: {@code hr}
 * @param hard what is physically possible; a value outside is rejected
 * @param soft what is plausible in a living adult; a value outside is kept and flagged: a dying patient's values are real
 * @param alarm adult default limits
 * @param urgent beyond these the alarm has high priority
 * @param normal what is assumed when it was never measured
 * @param spikeStep largest believable change from one second to the next
 * @param flatSeconds a continuous value that does not move at all for this long is suspect
 * @param series column among the 37 series of PhysioNet-2012, from 0
 * @param challenge2012 its name in PhysioNet-2012
 */
public record Variable(
        String name,
        String labelEn,
        String labelFr,
        String kind,
        String loinc,
        String mdc,
        String unit,
        Map<String, UnitConversion> conversions,
        ValueRange hard,
        ValueRange soft,
        ValueRange alarm,
        ValueRange urgent,
        SamplingMode sampling,
        double normal,
        OptionalDouble spikeStep,
        OptionalInt flatSeconds,
        OptionalInt series,
        Optional<String> challenge2012) {

    public Variable {
        conversions = Map.copyOf(conversions);
    }

    /** How to come from {@code unit} to {@link #unit()}; empty when the unit is not known for this variable. */
    public Optional<UnitConversion> conversionFrom(String from) {
        return unit.equals(from) ? Optional.of(UnitConversion.IDENTITY) : Optional.ofNullable(conversions.get(from));
    }
}
