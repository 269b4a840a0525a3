package org.vigie.station.alarm;

import java.time.Instant;
import java.util.List;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.Alert;
import org.vigie.schemas.RulePublication;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.station.alarm.delivery.CallDeliveryView;
import org.vigie.station.alarm.limit.BedAlarmLimits;
import org.vigie.station.alarm.limit.LimitChangeSnapshot;
import org.vigie.station.alarm.limit.LimitHistory;
import org.vigie.station.alarm.limit.PatientLimitSnapshot;
import org.vigie.station.alarm.limit.PatientLimitView;
import org.vigie.station.alarm.limit.ShelfSnapshot;
import org.vigie.station.alarm.limit.ShelfView;
import org.vigie.station.alarm.limit.WardAlarmLimits;
import org.vigie.station.alarm.monitor.MonitorAlarmSnapshot;
import org.vigie.station.alarm.monitor.MonitorAlarmView;
import org.vigie.station.note.StayNoteView;
import org.vigie.station.note.StayNotesSnapshot;

/**
 * Holds everything about alarms that concerns single beds: alarms of Vigie and of the monitors, patient limits, shelves, notes,
 * and the limits in force.
 */
public final class WardAlarms {
    private final AlarmView alarms = new AlarmView();
    private final MonitorAlarmView monitors;
    private final PatientLimitView patientLimits = new PatientLimitView();
    private final LimitHistory limitHistory = new LimitHistory();
    private final CallDeliveryView deliveries = new CallDeliveryView();
    private final ShelfView shelves = new ShelfView();
    private final StayNoteView notes = new StayNoteView();
    private final RuleHistory rules;
    private final WardAlarmLimits limits;

    /**
     * Creates a ward without alarms.
     *
     * @param rules the rules that {@code alert-streams} applies while nothing is published
     * @param monitorAlarms decides which report of a monitor begins another alarm
     */
    public WardAlarms(AlarmRuleCatalogue rules, MonitorAlarmRule monitorAlarms) {
        monitors = new MonitorAlarmView(monitorAlarms);
        this.rules = new RuleHistory(rules);
        limits = new WardAlarmLimits(rules);
    }

    /**
     * Takes alarm rules that were published. Returns false when this release cannot read them; those before them then stay in force.
     */
    public boolean take(RulePublication publication) {
        return rules.take(publication).isEmpty();
    }

    /** Uses the rules that are in force at a wall-clock time. Returns true when they are others than before. */
    public boolean useRulesAt(Instant wall) {
        return limits.use(rules.at(wall));
    }

    /** Returns the rules that are in force at a wall-clock time. Number 0, in a replay, stands for those of the configuration. */
    public AlarmRulesSnapshot rules(Instant wall) {
        String version = rules.at(wall).version();
        return rules.inForce(wall)
                .filter(publication -> publication.getNumber() > 0)
                .map(publication -> AlarmRulesSnapshot.published(version, publication))
                .orElseGet(() -> AlarmRulesSnapshot.configured(version));
    }

    /** Takes an entry of the ledger. Returns whether it changes a limit, a shelf or a note of its stay. */
    public boolean takeEntry(Alert entry) {
        limitHistory.take(entry);
        boolean limitChanged = patientLimits.take(entry);
        boolean shelfChanged = shelves.take(entry);
        boolean noteChanged = notes.take(entry);
        return limitChanged || shelfChanged || noteChanged;
    }

    /** Returns the alarms of Vigie. */
    public AlarmView alarms() {
        return alarms;
    }

    /** Returns the alarms that monitors raised themselves. */
    public MonitorAlarmView monitors() {
        return monitors;
    }

    /** Returns the alarms that monitors raised themselves, with what became of their calls. */
    public List<MonitorAlarmSnapshot> monitorAlarms() {
        return monitors.all(deliveries);
    }

    /** Returns what became of the calls. */
    public CallDeliveryView deliveries() {
        return deliveries;
    }

    /** Returns the limits that were set for one patient. */
    public List<PatientLimitSnapshot> patientLimits(String stay) {
        return patientLimits.of(stay);
    }

    /** Returns the last changes of one patient's limits, the newest first. */
    public List<LimitChangeSnapshot> limitChanges(String stay) {
        return limitHistory.of(stay);
    }

    /** Returns the shelves of a stay that are in force. */
    public List<ShelfSnapshot> shelves(String bed, String stay, Instant now) {
        return shelves.of(stay, now, limits(bed, stay));
    }

    /** Returns what persons recorded about a stay in a bed. */
    public StayNotesSnapshot notes(String bed, String stay) {
        return notes.of(stay, bed);
    }

    /** Returns the limits in force for a stay in a bed. */
    public BedAlarmLimits limits(String bed, String stay) {
        return limits.at(bed, patientLimits.of(stay));
    }
}
