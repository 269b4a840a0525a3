package org.vigie.access.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Holds the result of verifying the audit trail.
 *
 * @param events events that were checked
 * @param chains one for each start of a server
 * @param cut chains whose first events are gone, with the time of the first one that is left: the retention takes events away after a
 *     year, so that a younger time means a deletion
 * @param breach place and reason of the first event that breaks its chain; empty when the trail is whole
 */
public record AuditVerification(long events, int chains, Map<String, Instant> cut, Optional<String> breach) {
    /** Verifies the present content of the topic. */
    public static AuditVerification ofTopic(KafkaConnectionConfig kafka) {
        var topic = kafka.topics().auditEvents();
        var check = new AuditChainCheck();
        List<String> first = new ArrayList<>();
        try (var reader = TopicReader.fromBeginning(kafka, new AvroSerdes(kafka.registry()), topic)) {
            reader.readInTurnWhile(record -> {
                breach(check, record).ifPresent(first::add);
                return first.isEmpty();
            });
        }
        return new AuditVerification(
                check.events(), check.chains(), check.cut(), first.stream().findFirst());
    }

    private static Optional<String> breach(AuditChainCheck check, TopicRecord<AuditEvent> record) {
        Optional<String> broken =
                record.readableValue().map(check::take).orElse(Optional.of("the record cannot be read"));
        return broken.map(reason -> record.place() + ": " + reason);
    }
}
