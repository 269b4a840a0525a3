package org.vigie.access;

import java.util.Set;

/**
 * Describes what a principal asks for.
 *
 * @param units units that it concerns, of which the principal must cover one; empty when it concerns no unit
 * @param patient stay or bed; empty when it concerns no single patient
 * @param detail what was asked, without patient data: a route, a kind of command
 */
public record AccessAttempt(
        Principal who, AccessOperation operation, Set<String> units, String patient, String detail) {
    public AccessAttempt {
        units = Set.copyOf(units);
    }

    /** Returns an attempt that concerns no unit and no patient. */
    public static AccessAttempt of(Principal who, AccessOperation operation, String detail) {
        return new AccessAttempt(who, operation, Set.of(), "", detail);
    }
}
