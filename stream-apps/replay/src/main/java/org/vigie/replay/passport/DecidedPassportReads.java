package org.vigie.replay.passport;

import java.util.Set;
import org.vigie.access.UnitScope;
import org.vigie.access.command.CommandAccess;

/**
 * Decides for each stay whether a command may compute its scores or alerts again, and records it in the trail of the ward.
 *
 * @param access decides by the token of the reader
 * @param what is computed again: scores or alerts
 */
record DecidedPassportReads(CommandAccess access, String what) implements PassportReads {
    @Override
    public void read(String stay, String bed) {
        access.require(Set.of(UnitScope.unitOf(bed)), stay, what + " are computed again from their readings");
    }
}
