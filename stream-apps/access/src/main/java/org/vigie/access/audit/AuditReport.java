package org.vigie.access.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.access.AccessOperation;
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
 * @param acts changes of rules, codes and the set-up, replays, deletions, exports and erasures, oldest first, one line each
 * @param configurations starts of an app with another configuration than at its start before, oldest first, one line each
 */
public record AuditReport(
        Map<String, Long> byUse, List<String> notable, List<String> acts, List<String> configurations) {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

    /** Operations of which each use is listed: few, and each one changes what calls people, how the ward is set up, or takes records away. */
    private static final Set<String> LISTED = Stream.of(
                    AccessOperation.PUBLISH_RULES,
                    AccessOperation.REPLAY_RECORDS,
                    AccessOperation.DROP_NAMESPACE,
                    AccessOperation.EXPORT_RECORDS,
                    AccessOperation.MAP_CODES,
                    AccessOperation.ERASE_PATIENT,
                    AccessOperation.CHANGE_CONFIGURATION)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

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
        return new AuditReport(
                byUse,
                lines(events, event -> event.getOutcome() != AuditOutcome.PERMITTED),
                lines(
                        events,
                        event -> event.getOutcome() == AuditOutcome.PERMITTED && LISTED.contains(event.getOperation())),
                ConfigurationChanges.among(events));
    }

    private static List<String> lines(List<AuditEvent> events, Predicate<AuditEvent> listed) {
        return events.stream()
                .filter(listed)
                .sorted(Comparator.comparing(AuditEvent::getAt))
                .map(AuditReport::line)
                .toList();
    }

    private static String use(AuditEvent event) {
        return event.getActor() + " " + event.getOperation() + " " + event.getOutcome();
    }

    /** Reasons and names of beds are texts of users: a line break or an invisible character in them must not look like another event. */
    private static String line(AuditEvent event) {
        String line = "%s %s %s (%s): %s, unit '%s', %s"
                .formatted(
                        event.getAt(),
                        event.getOutcome(),
                        event.getActor(),
                        event.getRole(),
                        event.getOperation(),
                        event.getUnit(),
                        event.getDetail());
        return INVISIBLE.matcher(line).replaceAll("?");
    }
}
