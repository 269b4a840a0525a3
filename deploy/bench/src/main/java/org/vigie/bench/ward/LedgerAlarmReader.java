package org.vigie.bench.ward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertLimit;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.TriggeringReadingRecord;

/** Reads the alarms of a nurse from alerts.ledger: each episode once, and once more when it becomes high. A predicted risk is no alarm. */
final class LedgerAlarmReader {
    private final Map<String, AlarmPriorityRecord> open = new HashMap<>();
    /** Holds the last end of an alarm, by bed and rule. */
    private final Map<String, Instant> ended = new HashMap<>();

    private final List<BenchAlarm> calls = new ArrayList<>();

    void read(Alert entry) {
        if (entry.getKind() == AlertKind.PREDICTED) {
            return;
        }
        if (entry.getState() == AlertStateRecord.RAISED || entry.getState() == AlertStateRecord.UPGRADED) {
            AlarmPriorityRecord before = open.put(entry.getAlert(), entry.getPriority());
            boolean high = entry.getPriority() == AlarmPriorityRecord.HIGH;
            if (before == null || (high && before != AlarmPriorityRecord.HIGH)) {
                calls.add(call(entry, before == null));
            }
        } else if (entry.getState() == AlertStateRecord.CLEARED) {
            open.remove(entry.getAlert());
            ended.put(place(entry), entry.getAt());
        }
    }

    private BenchAlarm call(Alert entry, boolean isNew) {
        Instant at = isNew ? entry.getRaisedAt() : newest(entry);
        Instant before = ended.get(place(entry));
        return new BenchAlarm(
                entry.getBed(),
                entry.getRule(),
                conditions(entry),
                entry.getKind() == AlertKind.TECHNICAL,
                entry.getPriority() == AlarmPriorityRecord.HIGH,
                at,
                isNew && before != null && !at.isAfter(before.plus(BenchAlarm.CHATTER)));
    }

    private static String place(Alert entry) {
        return entry.getBed() + " " + entry.getRule();
    }

    List<BenchAlarm> calls() {
        return List.copyOf(calls);
    }

    private static Set<String> conditions(Alert entry) {
        return Stream.concat(
                        entry.getCauses().stream().map(TriggeringReadingRecord::getVariable),
                        entry.getLimits().stream().map(AlertLimit::getVariable))
                .map(AlarmCondition::of)
                .map(AlarmCondition::name)
                .collect(Collectors.toSet());
    }

    /** Event time of the reading that made it. */
    private static Instant newest(Alert entry) {
        return entry.getCauses().stream()
                .map(TriggeringReadingRecord::getMeasuredAt)
                .max(Instant::compareTo)
                .orElse(entry.getRaisedAt());
    }
}
