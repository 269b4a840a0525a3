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
import org.vigie.schemas.IncidentRecord;
import org.vigie.schemas.TriggeringReadingRecord;

/**
 * Reads from alerts.ledger the alarms that were raised and the calls that reached a nurse. A predicted risk is no alarm.
 *
 * <p>Each episode is an alarm once, and once more when it becomes high. An alarm of an incident is a call when its entry calls; any other
 * alarm is a call of its own. A call that is renewed because an alarm is still true counts when somebody answers in the ward.
 */
final class LedgerAlarmReader {
    private final Map<String, AlarmPriorityRecord> open = new HashMap<>();
    /** Holds the last end of an alarm, by bed and rule. */
    private final Map<String, Instant> ended = new HashMap<>();

    /** Holds what each open alarm is about. An entry that no reading made does not say it. */
    private final Map<String, Set<String>> conditions = new HashMap<>();

    private final List<BenchAlarm> alarms = new ArrayList<>();
    private final List<BenchAlarm> calls = new ArrayList<>();
    private final boolean answered;

    /** @param answered true when a nurse answers the calls */
    LedgerAlarmReader(boolean answered) {
        this.answered = answered;
    }

    void read(Alert entry) {
        if (entry.getKind() == AlertKind.PREDICTED) {
            return;
        }
        boolean raised = entry.getState() == AlertStateRecord.RAISED;
        if (raised || entry.getState() == AlertStateRecord.UPGRADED) {
            takeAlarm(entry, raised);
        } else if (entry.getState() == AlertStateRecord.CLEARED) {
            open.remove(entry.getAlert());
            conditions.remove(entry.getAlert());
            ended.put(place(entry), entry.getAt());
        }
        if (isCall(entry.getIncident())) {
            calls.add(called(entry, raised));
        }
    }

    /** @param incident null for an alarm without an incident */
    private boolean isCall(IncidentRecord incident) {
        return incident != null
                && incident.getNewCall() != null
                && (answered
                        || !JudgedCalls.RENEWED.contains(incident.getNewCall().name()));
    }

    private void takeAlarm(Alert entry, boolean raised) {
        AlarmPriorityRecord before = open.put(entry.getAlert(), entry.getPriority());
        conditions.put(entry.getAlert(), conditions(entry));
        boolean high = entry.getPriority() == AlarmPriorityRecord.HIGH;
        if (before == null || (high && before != AlarmPriorityRecord.HIGH)) {
            BenchAlarm alarm = call(entry, entry.getPriority(), raised);
            alarms.add(alarm);
            if (entry.getIncident() == null) {
                calls.add(alarm);
            }
        }
    }

    /** Returns the call of an incident. One that no reading made has the time of its entry. */
    private BenchAlarm called(Alert entry, boolean isNew) {
        boolean byReading = isNew || entry.getState() == AlertStateRecord.UPGRADED;
        BenchAlarm call = call(entry, entry.getIncident().getPriority(), isNew)
                .because(entry.getIncident().getNewCall().name());
        return byReading ? call : call.at(entry.getAt());
    }

    private BenchAlarm call(Alert entry, AlarmPriorityRecord priority, boolean isNew) {
        Instant at = isNew ? entry.getRaisedAt() : newest(entry);
        Instant before = ended.get(place(entry));
        return new BenchAlarm(
                entry.getBed(),
                entry.getRule(),
                conditionsOf(entry),
                entry.getKind() == AlertKind.TECHNICAL,
                priority,
                at,
                isNew && before != null && !at.isAfter(before.plus(BenchAlarm.CHATTER)),
                BenchAlarm.ALARM);
    }

    private static String place(Alert entry) {
        return entry.getBed() + " " + entry.getRule();
    }

    /** Returns every alarm that was raised, whether it called or extended an incident. */
    List<BenchAlarm> alarms() {
        return List.copyOf(alarms);
    }

    List<BenchAlarm> calls() {
        return List.copyOf(calls);
    }

    private Set<String> conditionsOf(Alert entry) {
        Set<String> named = conditions(entry);
        return named.isEmpty() ? conditions.getOrDefault(entry.getAlert(), named) : named;
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
