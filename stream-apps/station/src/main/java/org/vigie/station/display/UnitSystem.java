package org.vigie.station.display;

import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/** Names the units in which a site reads laboratory values. Topics, store and exports keep the catalogue's units. */
public enum UnitSystem {
    /** SI units as French laboratories report them. */
    SI(Map.of(
            VariableNames.CREATININE, "umol/L",
            VariableNames.BUN, "mmol/L",
            VariableNames.BILIRUBIN_TOTAL, "umol/L",
            VariableNames.GLUCOSE, "mmol/L",
            VariableNames.ALBUMIN, "g/L")),
    /** The catalogue's units. */
    CATALOGUE(Map.of());

    @SuppressWarnings("ImmutableEnumChecker") // Map.of never changes
    private final Map<String, String> units;

    UnitSystem(Map<String, String> units) {
        this.units = units;
    }

    /** Returns the unit in which a variable is read; empty when that is the catalogue's unit. */
    Optional<DisplayUnit> of(Variable variable) {
        return Optional.ofNullable(units.get(variable.name()))
                .flatMap(unit -> variable.conversionFrom(unit).map(toStored -> DisplayUnit.of(unit, toStored)));
    }
}
