package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.PatientLimit;

/**
 * The life of the alarms of one stay, event by event: what the rules tell, what somebody orders, what a deadline brings. The entries
 * of one event come in the order in which they happened. Same events, same entries: nothing here knows what time it is.
 */
public final class AlarmLifecycle {
    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final AlarmEventRecorder recorder;

    /** @param version of the rule set, for entries of no alarm */
    public AlarmLifecycle(StayAlarms stayAlarms, AlarmPolicy policy, String version) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.recorder = new AlarmEventRecorder(stayAlarms, policy, version);
    }

    /** It is {@code now}: what was due until then has happened, each at its own instant. */
    public List<LedgerEntry> advanceTo(Instant now) {
        new AlarmDeadlines(stayAlarms, policy, recorder).advanceTo(now);
        stayAlarms.advance(now);
        return recorder.take();
    }

    /** Whether something is due until {@code now}. */
    public boolean isDue(Instant now) {
        return new AlarmDeadlines(stayAlarms, policy, recorder).next(now).isPresent();
    }

    /** The patient lies in {@code bed}: a transfer ends what was set for this patient. */
    public List<LedgerEntry> moveToBed(String bed) {
        if (!bed.equals(stayAlarms.bed()) && !stayAlarms.bed().isEmpty()) {
            stayAlarms.limits().forEach(limit -> recorder.expire(limit, stayAlarms.clock()));
        }
        stayAlarms.moveToBed(bed);
        return recorder.take();
    }

    /** What the rules made of the newest readings. */
    public List<LedgerEntry> apply(List<AlarmTransition> told) {
        told.forEach(each -> apply(recorder.inOrder(each)));
        return recorder.take();
    }

    private void apply(AlarmTransition told) {
        Optional<OpenAlarm> call =
                stayAlarms.of(told.rule()).filter(open -> open.alert().equals(told.alert()));
        switch (told.state()) {
            case CLEARED -> over(told, call);
            case DOWNGRADED -> call.ifPresent(open -> keep(told, open.milder(told, stayAlarms.sequence() + 1)));
            case UPGRADED -> worse(told, call);
            default -> raise(told);
        }
    }

    /** One rule has one open alarm at a stay: one that is latched gives way to the new episode. */
    private void raise(AlarmTransition told) {
        stayAlarms.of(told.rule()).ifPresent(latched -> recorder.clear(latched, told.at(), LifecycleMessage.AGAIN));
        unshelveFor(told);
        keep(told, OpenAlarm.of(told, stayAlarms.sequence() + 1, stayAlarms.clock()));
    }

    /** What was acknowledged, paused or shelved was the milder alarm. */
    private void worse(AlarmTransition told, Optional<OpenAlarm> call) {
        call.filter(open -> open.pauseEnd().isPresent()).ifPresent(open -> recorder.resume(open, told.at()));
        unshelveFor(told);
        keep(told, OpenAlarm.of(told, stayAlarms.sequence() + 1, stayAlarms.clock()));
    }

    private void unshelveFor(AlarmTransition told) {
        stayAlarms
                .shelf(told.rule())
                .filter(shelf -> !shelf.covers(told.priority()))
                .ifPresent(shelf -> recorder.unshelve(shelf, told.at()));
    }

    private void over(AlarmTransition told, Optional<OpenAlarm> call) {
        Predicate<OpenAlarm> latches =
                open -> policy.latches(told.kind(), told.priority()) && !open.isAcknowledged() && !open.latched();
        Optional<OpenAlarm> latched = call.filter(latches);
        if (latched.isPresent()) {
            AlarmTransition kept = LifecycleMessage.LATCHED.after(told, told.at());
            keep(kept, latched.get().latchedBy(kept, stayAlarms.sequence() + 1));
        } else {
            stayAlarms.close(told);
            recorder.write(told);
        }
    }

    private void keep(AlarmTransition told, OpenAlarm openAlarm) {
        stayAlarms.keep(openAlarm);
        recorder.write(told);
    }

    /** Somebody orders something at {@code now}. None when the order came before. */
    public List<LedgerEntry> execute(AlarmCommand command, Instant now, Predicate<PatientLimit> possible) {
        if (!stayAlarms.isNew(command)) {
            return List.of();
        }
        List<LedgerEntry> made = new ArrayList<>(advanceTo(now));
        Instant clock = stayAlarms.clock();
        Optional<AlarmCommandRefusal> refusal =
                new AlarmCommandHandler(stayAlarms, policy, recorder, possible).execute(command);
        refusal.ifPresent(why -> recorder.refuse(command, why, clock));
        recorder.take().forEach(entry -> made.add(entry.by(command)));
        return made;
    }

    /** The stay is over: so is all that was open, shelved or set. */
    public List<LedgerEntry> end(List<AlarmTransition> cleared, Instant end) {
        for (AlarmTransition each : cleared) {
            AlarmTransition told = recorder.inOrder(each);
            stayAlarms.close(told);
            recorder.write(told);
        }
        Instant at = end.isAfter(stayAlarms.clock()) ? end : stayAlarms.clock();
        stayAlarms.open().forEach(latched -> recorder.clear(latched, at, LifecycleMessage.STAY_OVER));
        stayAlarms.shelves().forEach(shelf -> recorder.unshelve(shelf, at));
        stayAlarms.limits().forEach(limit -> recorder.expire(limit, at));
        return recorder.take();
    }
}
