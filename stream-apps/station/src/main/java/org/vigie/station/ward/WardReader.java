package org.vigie.station.ward;

import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

/**
 * Identifies who reads the ward.
 *
 * @param scope units that the reader may see
 * @param name name under which the reader's own estimates stand in the ledger; empty for a program, a wall screen and a locked session,
 *     which have none
 */
public record WardReader(UnitScope scope, String name) {
    /** Identifies a reader of every unit who has no own estimate. */
    public static WardReader withoutName() {
        return new WardReader(UnitScope.everyUnit(), "");
    }

    public static WardReader of(Principal who, UnitScope scope) {
        return new WardReader(scope, who.clinicalRole().map(role -> who.name()).orElse(""));
    }
}
