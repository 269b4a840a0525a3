package org.vigie.bench.ward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertLimit;
import org.vigie.schemas.AlertPriority;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.Cause;

/** Reads the calls out of alerts.ledger: each episode once, and once more when it becomes high. A predicted risk calls nobody. */
final class LedgerAlarmReader {
    private final Map<String, AlertPriority> open = new HashMap<>();
    private final List<BenchAlarm> calls = new ArrayList<>();

    void read(Alert entry) {
        if (entry.getKind() == AlertKind.PREDICTED) {
            return;
        }
        if (entry.getState() == AlertState.RAISED || entry.getState() == AlertState.UPGRADED) {
            AlertPriority before = open.put(entry.getAlert(), entry.getPriority());
            boolean high = entry.getPriority() == AlertPriority.HIGH;
            if (before == null || (high && before != AlertPriority.HIGH)) {
                calls.add(new BenchAlarm(
                        entry.getBed(),
                        entry.getRule(),
                        conditions(entry),
                        entry.getKind() == AlertKind.TECHNICAL,
                        high,
                        before == null ? entry.getRaisedAt() : newest(entry)));
            }
        } else if (entry.getState() == AlertState.CLEARED) {
            open.remove(entry.getAlert());
        }
    }

    List<BenchAlarm> calls() {
        return List.copyOf(calls);
    }

    private static Set<String> conditions(Alert entry) {
        return Stream.concat(
                        entry.getCauses().stream().map(Cause::getVariable),
                        entry.getLimits().stream().map(AlertLimit::getVariable))
                .map(AlarmConditions::of)
                .collect(Collectors.toSet());
    }

    /** Event time of the reading that made it. */
    private static Instant newest(Alert entry) {
        return entry.getCauses().stream()
                .map(Cause::getMeasuredAt)
                .max(Instant::compareTo)
                .orElse(entry.getRaisedAt());
    }
}
