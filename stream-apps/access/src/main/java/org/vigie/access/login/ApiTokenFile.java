package org.vigie.access.login;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

/**
 * Holds what the file of one API token says.
 *
 * @param digest of the token
 * @param program that the token proves, named as the file
 */
record ApiTokenFile(String digest, Principal program) {
    private static final int PARTS = 3;

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it holds another text, with its name
     * @throws IllegalStateException when others than the owner may read it
     */
    static ApiTokenFile of(Path file) {
        String[] parts = new PrivateFile(file).read().orElse("").strip().split("\\s+", -1);
        if (parts.length != PARTS || AccessRole.named(parts[1]).isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": must hold a token, a role and units separated by commas, for example"
                            + " '5mJqs service REA,CARDIO'");
        }
        Set<String> units = Stream.of(parts[2].split(",", -1)).collect(Collectors.toSet());
        Set<AccessRole> roles = Set.of(AccessRole.named(parts[1]).orElseThrow());
        String name = file.getFileName().toString();
        return new ApiTokenFile(
                new SecretText(parts[0]).digest(), new Principal(name, name, roles, new UnitScope(units)));
    }
}
