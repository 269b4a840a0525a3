package org.vigie.access.command;

import java.util.Optional;
import org.vigie.access.Principal;

/** Says which principal a token belongs to. */
@FunctionalInterface
interface TokenProof {
    /** Returns the principal; empty when the ward does not know the token. */
    Optional<Principal> principal(String token);
}
