package org.vigie.station;

import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.access.UnitScope;
import org.vigie.access.command.CommandAccess;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.ward.BedSnapshot;
import org.vigie.station.ward.WardReader;

/**
 * Decides who reads an earlier board with a command, and shows the units of the reader.
 *
 * @param access decides by the token of the reader
 * @param name of the physician whose own estimates show scores; empty for the user of the token
 * @param detail what is read, for the audit trail
 */
record BoardAccess(CommandAccess access, String name, String detail) {
    /** @throws IllegalStateException when the role of the reader may read no earlier time */
    void requireWard() {
        access.require(Set.of(), "", detail);
    }

    /** @throws IllegalStateException when the ward has beds, but none in a unit of the reader */
    PastWardSnapshot seen(PastWardSnapshot situation) {
        Set<String> units = situation.ward().beds().stream()
                .map(BedSnapshot::bed)
                .map(UnitScope::unitOf)
                .collect(Collectors.toUnmodifiableSet());
        if (!units.isEmpty() && units.stream().noneMatch(access.scope()::covers)) {
            access.require(units, "", detail);
        }
        return situation.seenBy(reader());
    }

    /** @throws IllegalArgumentException when the token proves somebody else than the named physician */
    WardReader reader() {
        return access.provenReader()
                .map(who -> {
                    var proven = WardReader.of(who, access.scope());
                    if (!name.isEmpty() && !name.equals(proven.name())) {
                        throw new IllegalArgumentException(
                                "--reader: must be the user of the token, '" + proven.name() + "', was '" + name + "'");
                    }
                    return proven;
                })
                .orElseGet(() -> new WardReader(access.scope(), name));
    }
}
