package org.vigie.access.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.access.AccessOperation;
import org.vigie.schemas.AuditEvent;

/** Compares the configuration of each start of an app with that of its start before. */
final class ConfigurationChanges {
    private final Map<String, AppStartDetail> last = new HashMap<>();

    /** Returns one line for each start with another configuration than the start before, oldest first. */
    static List<String> among(List<AuditEvent> events) {
        var changes = new ConfigurationChanges();
        List<String> lines = new ArrayList<>();
        events.stream()
                .filter(event -> event.getOperation().equals(AccessOperation.START_APP.name()))
                .sorted(Comparator.comparing(AuditEvent::getAt))
                .forEach(event -> changes.since(event).ifPresent(lines::add));
        return List.copyOf(lines);
    }

    private Optional<String> since(AuditEvent start) {
        return AppStartDetail.parse(start.getDetail()).flatMap(now -> {
            String app = (start.getSource() + " " + now.instance()).strip();
            return Optional.ofNullable(last.put(app, now))
                    .map(now::changesSince)
                    .filter(changes -> !changes.isEmpty())
                    .map(changes -> line(start, app, changes));
        });
    }

    private static String line(AuditEvent start, String app, List<String> changes) {
        return "%s CHANGED %s: configuration of %s at its start: %s"
                .formatted(start.getAt(), start.getActor(), app, String.join("; ", changes));
    }
}
