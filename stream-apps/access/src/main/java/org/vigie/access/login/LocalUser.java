package org.vigie.access.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

/**
 * Describes one line of the file of users who share a screen.
 *
 * @param name short name on the page
 * @param role word of an {@link AccessRole}
 * @param units units that the user may see; {@code *} for all
 * @param pin six digits
 */
record LocalUser(
        @JsonProperty("name") String name,
        @JsonProperty("role") String role,
        @JsonProperty("units") Set<String> units,
        @JsonProperty("pin") String pin) {
    /** Returns a user of every unit with a new PIN. */
    static LocalUser create(String name, AccessRole role) {
        return new LocalUser(
                name,
                role.word(),
                UnitScope.everyUnit().units(),
                SecretText.randomPin().reveal());
    }

    /** @throws IllegalArgumentException when the role is unknown or the PIN is no number of six digits */
    Principal principal() {
        AccessRole known = AccessRole.named(role)
                .orElseThrow(() -> new IllegalArgumentException("users: no role '" + role + "' for " + name));
        if (!pin.matches("\\d{6}")) {
            throw new IllegalArgumentException("users: the PIN of " + name + " must be six digits");
        }
        return new Principal("local:" + name, name, Set.of(known), new UnitScope(units));
    }

    /** Returns a digest of the whole line, the PIN included. */
    String digest() {
        String line = String.join("|", name, role, String.join(",", new TreeSet<>(units)), pin);
        return new SecretText(line).digest();
    }

    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
