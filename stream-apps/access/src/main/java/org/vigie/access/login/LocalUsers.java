package org.vigie.access.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;

/**
 * Knows the users who share a screen and change by a PIN. Without a file it makes one nurse, one charge nurse, one physician and one wall
 * screen, each with a random PIN.
 */
public final class LocalUsers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<LocalUser> users;
    private final FailedAttempts failures = new FailedAttempts();
    private final InstantSource clock;

    /** @throws IllegalArgumentException when the file holds something else, with the user and what was expected */
    public LocalUsers(Path file, InstantSource clock) {
        this.clock = clock;
        var kept = new PrivateFile(file);
        if (kept.read().isEmpty()) {
            kept.write(text(created()));
        }
        this.users = parse(file, kept.read().orElseThrow());
        users.forEach(LocalUser::principal);
    }

    /** Returns the names of all users, in the order of the file. */
    public List<String> names() {
        return users.stream().map(LocalUser::name).toList();
    }

    /** Returns the first user with this role, whom the one-time link logs in. */
    public Optional<Principal> first(AccessRole role) {
        return users.stream()
                .map(LocalUser::principal)
                .filter(user -> user.roles().contains(role))
                .findFirst();
    }

    /** Returns the user when the PIN is right. After five wrong PINs in a row it is empty for a minute. */
    public Optional<Principal> withPin(String name, String pin) {
        Instant now = clock.instant();
        if (failures.isLocked(name, now)) {
            return Optional.empty();
        }
        Optional<Principal> found = users.stream()
                .filter(user -> user.name().equals(name) && new SecretText(user.pin()).matches(pin))
                .map(LocalUser::principal)
                .findFirst();
        failures.note(name, found.isPresent(), now);
        return found;
    }

    private static List<LocalUser> created() {
        List<LocalUser> made = new ArrayList<>();
        made.add(LocalUser.create("IDE", AccessRole.NURSE));
        made.add(LocalUser.create("CADRE", AccessRole.CHARGE_NURSE));
        made.add(LocalUser.create("MED", AccessRole.PHYSICIAN));
        made.add(LocalUser.create("ECRAN", AccessRole.WALL_SCREEN));
        return made;
    }

    private static String text(List<LocalUser> users) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(users) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("users cannot be written as JSON", e);
        }
    }

    private static List<LocalUser> parse(Path file, String text) {
        try {
            return List.of(JSON.readValue(text, LocalUser[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ": must hold a JSON list of users with name, role, units and pin; line "
                            + e.getLocation().getLineNr());
        }
    }
}
