package org.vigie.access.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;

/**
 * Writes audited attempts to the log, for a server without a connection to the broker.
 *
 * @param source name of the server: {@code model-server}
 */
public record LoggedAuditTrail(String source) implements AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedAuditTrail.class);

    @Override
    public void record(AuditedAccess access) {
        AccessAttempt attempt = access.attempt();
        LOG.atLevel(access.decision().isPermitted() ? Level.INFO : Level.WARN)
                .log(
                        "AUDIT {}: {} asked for {} ({}): {}",
                        source,
                        attempt.who().subject(),
                        attempt.operation(),
                        attempt.detail(),
                        access.decision().reason());
    }
}
