package org.vigie.access.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.AuditOutcome;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Counts the events of the audit trail.
 *
 * @param byUse number of events by actor, operation and outcome, separated by blanks
 * @param notable refusals and emergency accesses, oldest first, one line each
 */
public record AuditReport(Map<String, Long> byUse, List<String> notable) {
    /** Reads the topic to its present end. */
    public static AuditReport ofTopic(KafkaConnectionConfig kafka) {
        var topic = kafka.topics().auditEvents();
        List<AuditEvent> events = new ArrayList<>();
        try (var reader = TopicReader.fromBeginning(kafka, new AvroSerdes(kafka.registry()), topic)) {
            reader.readToEnd(record -> record.readableValue().ifPresent(events::add));
        }
        return of(events);
    }

    static AuditReport of(List<AuditEvent> events) {
        Map<String, Long> byUse = new TreeMap<>();
        events.forEach(event -> byUse.merge(use(event), 1L, Long::sum));
        List<String> notable = events.stream()
                .filter(event -> event.getOutcome() != AuditOutcome.PERMITTED)
                .sorted((one, other) -> one.getAt().compareTo(other.getAt()))
                .map(AuditReport::line)
                .toList();
        return new AuditReport(byUse, notable);
    }

    private static String use(AuditEvent event) {
        return event.getActor() + " " + event.getOperation() + " " + event.getOutcome();
    }

    private static String line(AuditEvent event) {
        return "%s %s %s (%s): %s, unit '%s', %s"
                .formatted(
                        event.getAt(),
                        event.getOutcome(),
                        event.getActor(),
                        event.getRole(),
                        event.getOperation(),
                        event.getUnit(),
                        event.getDetail());
    }
}
