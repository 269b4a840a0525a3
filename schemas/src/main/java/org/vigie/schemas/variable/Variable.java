package org.vigie.schemas.variable;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Describes one measurable quantity. Every number is in {@link #unit()} (UCUM).
 *
 * @param name short name, unique, lower case: {@code hr}
 * @param hard physically possible range; a value outside is rejected
 * @param soft plausible range in a living adult; a value outside is kept and flagged, because the values of a dying patient are real
 * @param alarm default alarm limits for adults
 * @param urgent limits beyond which the alarm has high priority
 * @param normal value that is assumed when the variable was never measured
 * @param spikeStep largest plausible change from one second to the next
 * @param flatSeconds time in s after which an unchanged continuous value is suspect
 * @param series column among the 37 series of PhysioNet-2012, from 0
 * @param challenge2012 name in PhysioNet-2012
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

    /** Returns the hash of the name, because names are unique and the other components are expensive to hash. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the conversion from {@code from} to {@link #unit()}; empty when the unit is not known for this variable. */
    public Optional<UnitConversion> conversionFrom(String from) {
        return unit.equals(from) ? Optional.of(UnitConversion.IDENTITY) : Optional.ofNullable(conversions.get(from));
    }
}
