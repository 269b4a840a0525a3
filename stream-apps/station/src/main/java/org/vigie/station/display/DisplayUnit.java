package org.vigie.station.display;

import org.vigie.schemas.variable.UnitConversion;

/**
 * Describes a unit in which the page shows a variable: {@code shown = stored * factor}.
 *
 * @param unit UCUM
 * @param factor from the catalogue's unit to this one
 */
public record DisplayUnit(String unit, double factor) {
    /** @param toStored conversion from this unit to the catalogue's unit; its offset is 0 */
    static DisplayUnit of(String unit, UnitConversion toStored) {
        return new DisplayUnit(unit, 1 / toStored.factor());
    }
}
