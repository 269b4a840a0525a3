package org.vigie.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lists the roles of users and programs. The first three are clinical; a command to the alarm system carries one of them. */
public enum AccessRole {
    PHYSICIAN("physician"),
    CHARGE_NURSE("charge-nurse"),
    NURSE("nurse"),
    ANALYST("analyst"),
    INTEGRATOR("integrator"),
    ADMIN("admin"),
    /** A screen that shows the ward to everybody in the room. It reads and changes nothing. */
    WALL_SCREEN("wall-screen"),
    /** A program of the platform or of the hospital. */
    SERVICE("service");

    private static final List<AccessRole> CLINICAL = List.of(PHYSICIAN, CHARGE_NURSE, NURSE);

    private final String word;

    AccessRole(String word) {
        this.word = word;
    }

    /** Returns the role's name in tokens, rule files and records: {@code charge-nurse}. */
    public String word() {
        return word;
    }

    /** Returns true for a role in which a person may command the alarm system. */
    public boolean isClinical() {
        return CLINICAL.contains(this);
    }

    /** Returns the role with this name; empty when there is none. */
    public static Optional<AccessRole> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
