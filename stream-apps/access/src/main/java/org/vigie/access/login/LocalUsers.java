package org.vigie.access.login;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;

/** Knows the users who share a screen and change by a PIN. A user who is changed in the file counts as changed at once. */
public final class LocalUsers {
    private final LocalUserFile file;
    private final FailedAttempts failures = new FailedAttempts();
    private final InstantSource clock;

    /** @throws IllegalArgumentException when the file holds something else, with the user and what was expected */
    public LocalUsers(Path file, InstantSource clock) {
        this.file = new LocalUserFile(file);
        this.clock = clock;
    }

    /** Returns the names of all users, in the order of the file. */
    public List<String> names() {
        return file.users().stream().map(LocalUser::name).toList();
    }

    /** Returns the first user with this role, whom the one-time link logs in. */
    public Optional<Principal> first(AccessRole role) {
        return file.users().stream()
                .map(LocalUser::principal)
                .filter(user -> user.roles().contains(role))
                .findFirst();
    }

    /** Returns the user when the PIN is right. It is empty while too many wrong PINs lock the name. */
    public Optional<Principal> withPin(String name, String pin) {
        return user(name).flatMap(user -> failures.judge(name, clock.instant(), () -> right(user, pin)));
    }

    /** Returns a digest of all that the file says of a user; empty when it holds no such user, or one with other rights. */
    public Optional<String> digest(Principal user) {
        return user(user.name()).filter(known -> known.principal().equals(user)).map(LocalUser::digest);
    }

    private Optional<LocalUser> user(String name) {
        return file.users().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    private static Optional<Principal> right(LocalUser user, String pin) {
        return Optional.of(user)
                .filter(known -> new SecretText(known.pin()).matches(pin))
                .map(LocalUser::principal);
    }
}
