package org.vigie.station.ward;

import java.util.Set;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

/**
 * Identifies who reads the ward.
 *
 * @param scope units that the reader may see
 * @param name name under which the reader's own estimates stand in the ledger; empty for a program, a wall screen and a locked session,
 *     which have none
 * @param seesPatients whether the reader may know which patient lies in a bed. A wall screen and a locked session may not: everybody in the
 *     room reads them. An analyst may not: the question is about the ward
 */
public record WardReader(UnitScope scope, String name, boolean seesPatients) {
    private static final Set<AccessRole> WITHOUT_PATIENTS = Set.of(AccessRole.WALL_SCREEN, AccessRole.ANALYST);

    /** Identifies a reader who may know the patients. */
    public WardReader(UnitScope scope, String name) {
        this(scope, name, true);
    }

    /** Identifies a reader of every unit who has no own estimate. */
    public static WardReader withoutName() {
        return new WardReader(UnitScope.everyUnit(), "");
    }

    public static WardReader of(Principal who, UnitScope scope) {
        String name = who.clinicalRole().map(role -> who.name()).orElse("");
        return new WardReader(scope, name, !WITHOUT_PATIENTS.containsAll(who.roles()));
    }

    /** Returns a reader who sees what every reader with the same rights sees of a bed. */
    public WardReader anonymous() {
        return new WardReader(UnitScope.everyUnit(), "", seesPatients);
    }
}
