package org.vigie.access.command;

import java.util.Optional;
import org.vigie.access.Principal;

/**
 * Identifies who runs a command on a ward.
 *
 * @param who principal of the token, or the account of the machine
 * @param standing what proves it
 * @param reason why the ward asks for a token, or refuses this one; empty when the policy alone decides
 */
record CommandAsker(Principal who, Standing standing, String reason) {
    /** Lists what proves the person or program behind a command. */
    enum Standing {
        /** The account owns the development ward, and can read its files without a command. */
        OWNER,
        /** A token of the ward proves the principal. */
        TOKEN,
        NO_TOKEN,
        WRONG_TOKEN
    }

    /**
     * Finds who asks. A token counts in every ward, also in the account's own.
     *
     * @param account of the machine
     * @param token that was given
     * @param tokenReason why the ward needs a token; empty when the account owns it
     */
    static CommandAsker of(Principal account, Optional<String> token, Optional<String> tokenReason, TokenProof tokens) {
        if (token.isPresent()) {
            return tokens.principal(token.get())
                    .map(who -> new CommandAsker(who, Standing.TOKEN, ""))
                    .orElseGet(
                            () -> new CommandAsker(
                                    account,
                                    Standing.WRONG_TOKEN,
                                    "the token is not one of this ward; --access names the folder of its log-in, or --station its page"));
        }
        return tokenReason
                .map(reason -> new CommandAsker(
                        account,
                        Standing.NO_TOKEN,
                        reason + ", and no token proves who asks; --token-file FILE or VIGIE_TOKEN gives one,"
                                + " './vigie token NAME --role ROLE' makes it"))
                .orElseGet(() -> new CommandAsker(account, Standing.OWNER, ""));
    }
}
