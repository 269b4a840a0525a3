package org.vigie.access.server;

import java.time.InstantSource;
import org.vigie.access.AuditTrail;
import org.vigie.access.audit.KafkaAuditTrail;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Configures where a server that works without the broker records what it decided.
 *
 * @param published whether it publishes to {@code audit.events}; else the log alone has it
 * @param kafka connection to the broker that holds the topic
 */
public record AuditTopicConfig(boolean published, KafkaConnectionConfig kafka) {
    /** Returns the configuration of a server that writes to its log alone. */
    public static AuditTopicConfig defaults() {
        return new AuditTopicConfig(false, KafkaConnectionConfig.defaults());
    }

    /** Returns the configuration of a server that publishes. */
    public static AuditTopicConfig to(KafkaConnectionConfig kafka) {
        return new AuditTopicConfig(true, kafka);
    }

    /**
     * Makes the trail of a server. It connects at the first event.
     *
     * @param source name of the server: {@code model-server}
     */
    public AuditTrail trail(String source, InstantSource clock) {
        var log = new LoggedAuditTrail(source);
        return published
                ? new ProgramAuditTrail(
                        log, () -> KafkaAuditTrail.open(kafka, new AvroSerdes(kafka.registry()), source, clock))
                : log;
    }
}
