package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.PatientLimit;

/**
 * Controls the open alarms of one stay, event by event: transitions from the rules, commands and deadlines.
 *
 * <p>The entries of one event come in the order in which they happened. The same events give the same entries; there is no clock here.
 */
public final class AlarmLifecycle {
    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final AlarmEventRecorder recorder;

    /** @param version version of the rule set, for entries without an alarm */
    public AlarmLifecycle(StayAlarms stayAlarms, AlarmPolicy policy, String version) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.recorder = new AlarmEventRecorder(stayAlarms, policy, version);
    }

    /** Advances the time to {@code now}. Every action that was due takes effect at its own instant. */
    public List<LedgerEntry> advanceTo(Instant now) {
        new AlarmDeadlines(stayAlarms, policy, recorder).advanceTo(now);
        stayAlarms.advance(now);
        return recorder.drain();
    }

    /** Returns true when an action is due until {@code now}. */
    public boolean isDue(Instant now) {
        return new AlarmDeadlines(stayAlarms, policy, recorder).next(now).isPresent();
    }

    /** Records that the patient lies in {@code bed}. A transfer ends the patient's own limits. */
    public List<LedgerEntry> moveToBed(String bed) {
        if (!bed.equals(stayAlarms.bed()) && !stayAlarms.bed().isEmpty()) {
            stayAlarms.limits().forEach(limit -> recorder.expire(limit, stayAlarms.clock()));
        }
        stayAlarms.moveToBed(bed);
        return recorder.drain();
    }

    /** Applies the transitions that the rules made of the newest readings. */
    public List<LedgerEntry> apply(List<AlarmTransition> transitions) {
        transitions.forEach(each -> apply(recorder.inOrder(each)));
        return recorder.drain();
    }

    private void apply(AlarmTransition transition) {
        Optional<OpenAlarm> openAlarm =
                stayAlarms.of(transition.rule()).filter(open -> open.alert().equals(transition.alert()));
        switch (transition.state()) {
            case CLEARED -> clear(transition, openAlarm);
            case DOWNGRADED ->
                openAlarm.ifPresent(open -> keep(transition, open.milder(transition, stayAlarms.sequence() + 1)));
            case UPGRADED -> worse(transition, openAlarm);
            default -> raise(transition);
        }
    }

    /** Opens an alarm. A rule has one open alarm per stay; a latched one is closed by the new episode. */
    private void raise(AlarmTransition transition) {
        stayAlarms
                .of(transition.rule())
                .ifPresent(latched -> recorder.clear(latched, transition.at(), LifecycleMessage.AGAIN));
        unshelveFor(transition);
        keep(transition, OpenAlarm.of(transition, stayAlarms.sequence() + 1, stayAlarms.clock()));
    }

    /** Upgrades an alarm. Its acknowledgement, pause and shelving applied to the milder alarm and end. */
    private void worse(AlarmTransition transition, Optional<OpenAlarm> openAlarm) {
        openAlarm.filter(open -> open.pauseEnd().isPresent()).ifPresent(open -> recorder.resume(open, transition.at()));
        unshelveFor(transition);
        keep(transition, OpenAlarm.of(transition, stayAlarms.sequence() + 1, stayAlarms.clock()));
    }

    private void unshelveFor(AlarmTransition transition) {
        stayAlarms
                .shelf(transition.rule())
                .filter(shelf -> !shelf.covers(transition.priority()))
                .ifPresent(shelf -> recorder.unshelve(shelf, transition.at()));
    }

    private void clear(AlarmTransition transition, Optional<OpenAlarm> openAlarm) {
        Predicate<OpenAlarm> latches = open ->
                policy.latches(transition.kind(), transition.priority()) && !open.isAcknowledged() && !open.latched();
        Optional<OpenAlarm> latched = openAlarm.filter(latches);
        if (latched.isPresent()) {
            AlarmTransition kept = LifecycleMessage.LATCHED.after(transition, transition.at());
            keep(kept, latched.get().latchedBy(kept, stayAlarms.sequence() + 1));
        } else {
            stayAlarms.close(transition);
            recorder.write(transition);
        }
    }

    private void keep(AlarmTransition transition, OpenAlarm openAlarm) {
        stayAlarms.keep(openAlarm);
        recorder.write(transition);
    }

    /** Executes a command at {@code now}. Returns no entries for a command that came before. */
    public List<LedgerEntry> execute(AlarmCommand command, Instant now, Predicate<PatientLimit> possible) {
        if (!stayAlarms.isNew(command)) {
            return List.of();
        }
        List<LedgerEntry> made = new ArrayList<>(advanceTo(now));
        Instant clock = stayAlarms.clock();
        Optional<AlarmCommandRefusal> refusal =
                new AlarmCommandHandler(stayAlarms, policy, recorder, possible).execute(command);
        refusal.ifPresent(why -> recorder.refuse(command, why, clock));
        recorder.drain().forEach(entry -> made.add(entry.by(command)));
        return made;
    }

    /** Ends the stay, with all open alarms, shelvings and limits. */
    public List<LedgerEntry> end(List<AlarmTransition> cleared, Instant end) {
        for (AlarmTransition each : cleared) {
            AlarmTransition transition = recorder.inOrder(each);
            stayAlarms.close(transition);
            recorder.write(transition);
        }
        Instant at = end.isAfter(stayAlarms.clock()) ? end : stayAlarms.clock();
        stayAlarms.open().forEach(latched -> recorder.clear(latched, at, LifecycleMessage.STAY_OVER));
        stayAlarms.shelves().forEach(shelf -> recorder.unshelve(shelf, at));
        stayAlarms.limits().forEach(limit -> recorder.expire(limit, at));
        return recorder.drain();
    }
}
