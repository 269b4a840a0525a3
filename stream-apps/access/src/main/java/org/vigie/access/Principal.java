package org.vigie.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Identifies a person or a program whose log-in was checked.
 *
 * @param subject identifier that never changes, from the log-in; the audit trail holds it
 * @param name short name that the page and the alarm ledger show
 * @param roles at least one, except for somebody unknown and for an account of the machine
 * @param units units that the principal may see
 */
public record Principal(String subject, String name, Set<AccessRole> roles, UnitScope units) {
    private static final String UNKNOWN = "unknown";
    private static final String ACCOUNT = "account:";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    /** @throws IllegalArgumentException naming the field that is wrong */
    public Principal {
        check(NAME.matcher(name).matches(), "name: must be 1 to 64 letters, digits or . _ @ -, was '" + name + "'");
        check(!subject.isBlank() && subject.length() <= 255, "subject: must be 1 to 255 characters");
        check(
                !roles.isEmpty() || subject.equals(UNKNOWN) || subject.startsWith(ACCOUNT),
                "roles: must be at least one of " + Arrays.toString(AccessRole.values()));
        roles = Set.copyOf(roles);
    }

    /** Returns somebody whom nothing proves. The policy grants nothing without a role. */
    public static Principal unknown() {
        return new Principal(UNKNOWN, UNKNOWN, Set.of(), UnitScope.of());
    }

    /** Returns the account of the machine that runs a command. Nothing proves a role of the person behind it. */
    public static Principal account(String name) {
        String written = name.isBlank() ? UNKNOWN : name.replaceAll("[^\\p{L}\\p{N}._@-]", "_");
        String shortened = written.substring(0, Math.min(64, written.length()));
        return new Principal(ACCOUNT + shortened, shortened, Set.of(), UnitScope.of());
    }

    /** Returns a principal with one role. */
    public static Principal of(String subject, AccessRole role, UnitScope units) {
        return new Principal(subject, subject, Set.of(role), units);
    }

    /** Returns the role with which this principal commands the alarm system: physician before charge nurse before nurse. */
    public Optional<AccessRole> clinicalRole() {
        return roles.stream().filter(AccessRole::isClinical).sorted().findFirst();
    }

    /** Returns the role that is shown and recorded: the clinical one, else the first. */
    public AccessRole mainRole() {
        return clinicalRole()
                .orElseGet(() -> roles.stream().sorted().findFirst().orElseThrow());
    }

    /** Returns this principal with the rights of a wall screen: a session that nobody used for a while. */
    public Principal asWallScreen() {
        return new Principal(subject, name, Set.of(AccessRole.WALL_SCREEN), units);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
