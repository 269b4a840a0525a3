package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.Latched;
import org.vigie.signal.alarm.incident.LiveAlarmValues;
import org.vigie.signal.alarm.lifecycle.AlarmDeadlines.DueAction;
import org.vigie.signal.text.LocalizedText;

/**
 * Controls the open alarms of one stay, event by event: events of the rules, commands and deadlines.
 *
 * <p>The entries of one event come in the order in which they happened. The same events give the same entries; there is no clock here.
 */
public final class AlarmLifecycle {
    private static final LocalizedText REPLACED =
            new LocalizedText("Remplacée par un nouvel épisode", "Replaced by a new episode");
    private static final LocalizedText UNUSED = new LocalizedText(
            "Règle non utilisée dans cette unité : fin de l'alarme", "Rule not used in this unit: alarm over");
    private static final LocalizedText STAY_ENDED =
            new LocalizedText("Séjour terminé : fin de l'alarme", "Stay ended: alarm over");

    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final AlarmEventRecorder recorder;
    private final RenewedCalls renewed;

    /** Creates the life cycle without live values: an incident shows what each alarm found at its newest change. */
    public AlarmLifecycle(StayAlarms stayAlarms, AlarmPolicy policy, String ruleVersion) {
        this(stayAlarms, policy, ruleVersion, LiveAlarmValues.OF_FINDINGS);
    }

    /**
     * Creates the life cycle of one stay.
     *
     * @param ruleVersion version of the rule set, for entries without an alarm
     * @param values live values for the texts and the renewed calls of incidents
     */
    public AlarmLifecycle(StayAlarms stayAlarms, AlarmPolicy policy, String ruleVersion, LiveAlarmValues values) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.recorder = new AlarmEventRecorder(stayAlarms, policy, ruleVersion, values);
        this.renewed = new RenewedCalls(stayAlarms, policy, recorder, values);
    }

    /** Advances the time to {@code now}. Every action that was due takes effect at its own instant. */
    public List<LedgerEntry> advanceTo(Instant now) {
        deadlines().advanceTo(now);
        stayAlarms.advance(now);
        renewed.callForScore();
        return recorder.drain();
    }

    private AlarmDeadlines deadlines() {
        return new AlarmDeadlines(stayAlarms, policy, recorder, renewed);
    }

    /** Returns the time of the next action that needs no command. */
    public Optional<Instant> nextDeadline() {
        return deadlines().next().map(DueAction::at);
    }

    /** Records that the patient lies in {@code bed}. A transfer ends the patient's own limits and saturation scale. */
    public List<LedgerEntry> moveToBed(String bed) {
        if (!bed.equals(stayAlarms.bed()) && !stayAlarms.bed().isEmpty()) {
            recorder.expirePatientSettings(stayAlarms.clock());
        }
        stayAlarms.moveToBed(bed);
        return recorder.drain();
    }

    /** Ends each open alarm whose rule is not used at the patient's bed. No reading could clear it. */
    public List<LedgerEntry> endUnused(Predicate<String> used) {
        stayAlarms.open().stream()
                .filter(open -> !used.test(open.id().rule()))
                .forEach(open -> recorder.clear(open, stayAlarms.clock(), UNUSED));
        return recorder.drain();
    }

    /** Applies the events that the rules found in the newest readings. */
    public List<LedgerEntry> apply(List<AlarmConditionEvent> events) {
        events.forEach(each -> apply(recorder.inOrder(each)));
        return recorder.drain();
    }

    private void apply(AlarmConditionEvent event) {
        switch (event.kind()) {
            case CLEARED -> clear(event);
            case DOWNGRADED -> downgrade(event);
            case UPGRADED -> upgrade(event);
            default -> raise(event);
        }
    }

    /** Opens an alarm. A rule has one open alarm per stay; a latched one is closed by the new episode, which calls. */
    private void raise(AlarmConditionEvent event) {
        Optional<OpenAlarm> latched = stayAlarms.of(event.alarm().rule());
        latched.ifPresent(each -> recorder.clear(each, event.at(), REPLACED));
        open(event);
        if (latched.isPresent()) {
            recorder.recordAfterLatched(event);
        } else {
            recorder.record(event);
        }
    }

    /**
     * Upgrades an alarm. Its acknowledgement, pause and shelving applied to the milder alarm and end. One that eased while it latched and is
     * still milder than it was keeps its priority.
     */
    private void upgrade(AlarmConditionEvent event) {
        Optional<OpenAlarm> open = stayAlarms.find(event.alarm().id());
        open.filter(each -> latchesAbove(each, event.alarm()))
                .ifPresentOrElse(each -> recorder.ease(each, event), () -> rise(event, open));
    }

    private boolean latchesAbove(OpenAlarm open, Alarm risen) {
        return policy.latches(open) && open.alarm().priority().isAbove(risen.priority());
    }

    private void rise(AlarmConditionEvent event, Optional<OpenAlarm> before) {
        before.filter(open -> open.handling().pauseEndOrNull() != null)
                .ifPresent(open -> recorder.resume(open, null, event.at()));
        open(event);
        recorder.record(event);
    }

    private void open(AlarmConditionEvent event) {
        Alarm alarm = event.alarm();
        stayAlarms
                .shelf(alarm.rule())
                .filter(shelf -> !shelf.covers(alarm.priority()))
                .ifPresent(shelf -> recorder.unshelveBefore(shelf, event.at()));
        stayAlarms.keep(OpenAlarm.of(alarm, stayAlarms.sequence() + 1, stayAlarms.clock()));
    }

    /** Downgrades an alarm. One that latches keeps its priority until somebody acknowledges, so that a short urgent episode is not missed. */
    private void downgrade(AlarmConditionEvent event) {
        stayAlarms.find(event.alarm().id()).ifPresent(open -> {
            if (policy.latches(open)) {
                recorder.ease(open, event);
            } else {
                recorder.downgrade(open, event);
            }
        });
    }

    private void clear(AlarmConditionEvent event) {
        Optional<OpenAlarm> latching = stayAlarms.find(event.alarm().id()).filter(this::latches);
        latching.ifPresentOrElse(open -> latch(open, event), () -> close(event));
    }

    private void latch(OpenAlarm open, AlarmConditionEvent cleared) {
        Alarm alarm = open.alarm();
        Alarm latched = cleared.alarm()
                .withPriority(alarm.priority())
                .withText(alarm.finding().text().plus(Latched.ENDING));
        stayAlarms.keep(open.latchedAs(latched, stayAlarms.sequence() + 1));
        recorder.record(new Latched(latched, cleared.at()));
    }

    private boolean latches(OpenAlarm open) {
        return policy.latches(open) && !open.handling().latched();
    }

    private void close(AlarmConditionEvent event) {
        stayAlarms.close(event.alarm());
        recorder.record(event);
    }

    /** Executes a command at {@code now}. Returns no entries for a command that came before. */
    public List<LedgerEntry> execute(AlarmCommand command, Instant now, Predicate<PatientLimit> possible) {
        if (!stayAlarms.isNew(command)) {
            return List.of();
        }
        List<LedgerEntry> entries = new ArrayList<>(advanceTo(now));
        Instant clock = stayAlarms.clock();
        Optional<AlarmCommandRefusal> refusal =
                new AlarmCommandHandler(stayAlarms, policy, recorder, possible).execute(command);
        refusal.ifPresent(why -> recorder.refuse(command, why, clock));
        entries.addAll(recorder.drain());
        return entries;
    }

    /** Ends the stay, with all open alarms, shelvings, limits and the patient's saturation scale. */
    public List<LedgerEntry> end(List<AlarmConditionEvent> cleared, Instant end) {
        cleared.forEach(each -> close(recorder.inOrder(each)));
        Instant at = end.isAfter(stayAlarms.clock()) ? end : stayAlarms.clock();
        stayAlarms.open().forEach(latched -> recorder.clear(latched, at, STAY_ENDED));
        stayAlarms.shelves().forEach(shelf -> recorder.unshelve(shelf, null, at));
        recorder.expirePatientSettings(at);
        stayAlarms.advance(at);
        return recorder.drain();
    }
}
