package org.vigie.local;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessOperation;
import org.vigie.access.AuditTrail;
import org.vigie.access.server.AuditTopicConfig;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.access.server.RefusedProgramException;
import org.vigie.http.RefusedRequest;
import org.vigie.registry.RegistryAccess;

/** Decides by the access policy who may use the schema registry of a ward. */
public final class WardRegistryAccess implements RegistryAccess {
    private final AuditTrail audit;
    private final ProgramAccess access;

    /**
     * Reads the tokens.
     *
     * @param config tokens of the programs; the token of the ward is made when it is missing
     * @param topic where refusals and changes are recorded
     */
    public WardRegistryAccess(ProgramAccessConfig config, AuditTopicConfig topic) {
        this.audit = topic.trail("registry", InstantSource.system());
        this.access = new ProgramAccess(config, audit, InstantSource.system());
    }

    @Override
    public void close() {
        audit.close();
    }

    @Override
    public Optional<RefusedRequest> refusal(String authorization, boolean change, String route) {
        AccessOperation operation = change ? AccessOperation.WRITE_SCHEMAS : AccessOperation.READ_SCHEMAS;
        try {
            var unused = access.admit(authorization, operation, Set.of(), route);
            return Optional.empty();
        } catch (RefusedProgramException refused) {
            return Optional.of(new RefusedRequest(refused.status(), refused.getMessage()));
        }
    }
}
