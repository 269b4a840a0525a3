package org.vigie.signal.alarm.rules;

import java.time.Duration;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.incident.IncidentCallPolicy;
import org.vigie.signal.table.LocatedYamlNode;

/** Reads from the key {@code incidents} of a profile when incidents call. A key that is missing has its standard value. */
record IncidentCallPolicyParser(LocatedYamlNode incidents) {
    private static final IncidentCallPolicy STANDARD = IncidentCallPolicy.STANDARD;

    IncidentCallPolicy policy() {
        Duration renewal =
                find("renewal").map(IncidentCallPolicyParser::renewal).orElse(STANDARD.renewal());
        Duration unanswered = find("unanswered")
                .map(node -> unanswered(node, renewal))
                .orElseGet(() -> longer(STANDARD.unanswered(), renewal));
        return new IncidentCallPolicy(callsFrom(), renewal, unanswered);
    }

    private Optional<LocatedYamlNode> find(String key) {
        return incidents.find(key);
    }

    private AlarmPriority callsFrom() {
        return find("callsFrom").map(IncidentCallPolicyParser::callsFrom).orElse(STANDARD.callsFrom());
    }

    private static AlarmPriority callsFrom(LocatedYamlNode node) {
        AlarmPriority priority = node.oneOf(AlarmPriority.class);
        if (priority == AlarmPriority.HIGH) {
            throw node.wrong("LOW or MEDIUM: an alarm of medium priority always calls");
        }
        return priority;
    }

    private static Duration renewal(LocatedYamlNode renewal) {
        if (renewal.duration().isZero()) {
            throw renewal.wrong("longer than nothing");
        }
        return renewal.duration();
    }

    private static Duration unanswered(LocatedYamlNode node, Duration renewal) {
        if (node.duration().compareTo(renewal) < 0) {
            throw node.wrong("at least as long as renewal, " + renewal);
        }
        return node.duration();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
