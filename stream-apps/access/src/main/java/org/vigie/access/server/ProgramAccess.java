package org.vigie.access.server;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessControl;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessPolicy;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditTrail;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.login.SecretText;

/** Decides the requests that programs send to one server, by their API token and the access policy. Safe for several threads. */
public final class ProgramAccess {
    /** Name of the token with which the apps of a ward ask its servers. */
    public static final String WARD = "ward";

    private final AccessControl control;
    private final ApiTokens tokens;
    private final Optional<SecretText> further;

    /**
     * Reads the tokens. Without a further token it makes the token {@code ward} when there is none.
     *
     * @param audit takes each refusal, with a limit of those in a minute, and each audited use
     */
    public ProgramAccess(ProgramAccessConfig config, AuditTrail audit, InstantSource clock) {
        this.control = new AccessControl(AccessPolicy.standard(), new LimitedAuditTrail(audit, clock), clock);
        this.tokens = new ApiTokens(config.tokens());
        this.further =
                Optional.of(config.token()).filter(token -> !token.isEmpty()).map(SecretText::new);
        if (further.isEmpty()) {
            var unused = tokens.own(WARD, AccessRole.SERVICE);
        }
    }

    /**
     * Decides one request and returns the program that sent it.
     *
     * @param authorization value of the header; empty when the request has none
     * @param units that the request concerns; empty when it concerns none
     * @param route what was asked, without patient data
     * @throws RefusedProgramException when no token proves a program, or the program may not do this
     */
    public Principal admit(String authorization, AccessOperation operation, Set<String> units, String route) {
        Principal who = tokens.principal(authorization)
                .or(() -> further(authorization))
                .orElseThrow(() -> unknown(authorization, route));
        AccessDecision decision = control.decide(new AccessAttempt(who, operation, units, "", route));
        if (!decision.isPermitted()) {
            throw RefusedProgramException.of(decision);
        }
        return who;
    }

    /** Records a wrong token. A request without one says nothing about an attempt. */
    private RefusedProgramException unknown(String authorization, String route) {
        if (!authorization.isEmpty()) {
            control.refuseLogIn(Principal.unknown(), route);
        }
        return RefusedProgramException.withoutToken();
    }

    private Optional<Principal> further(String authorization) {
        return further.filter(token -> new SecretText("Bearer " + token.reveal()).matches(authorization))
                .map(token -> Principal.of("configured-token", AccessRole.SERVICE, UnitScope.everyUnit()));
    }
}
