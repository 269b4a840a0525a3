package org.vigie.access.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Tells the development ward of an account from a ward whose readers prove who they are.
 *
 * @param kafka connection to the broker of the ward
 * @param directory folder with the users and the tokens of the ward, {@code data/access}
 * @param provider OpenID Connect provider at which users log in; empty for none
 * @param account of the machine that runs the command
 */
record WardLogIn(KafkaConnectionConfig kafka, Path directory, String provider, String account) {
    /** Returns why a command needs a token; empty for the development ward of the account. */
    Optional<String> tokenReason() {
        if (!kafka.isOnLoopback()) {
            return Optional.of("the broker " + kafka.bootstrapServers() + " is not on this machine");
        }
        if (!provider.isEmpty()) {
            return Optional.of("users of this ward log in at " + provider);
        }
        return owner().filter(owner -> !owner.equals(account))
                .map(owner -> "the log-in of this ward, " + directory + ", belongs to " + owner);
    }

    private Optional<String> owner() {
        try {
            return Files.exists(directory)
                    ? Optional.of(Files.getOwner(directory).getName())
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("--access: " + directory + " cannot be read", e);
        }
    }
}
