package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.AlarmTransition.TransitionKind;
import org.vigie.signal.alarm.PatientLimit;

/** Records the transitions of one stay as ledger entries, each with the state of the alarm after it. */
final class AlarmEventRecorder {
    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final String version;
    private final List<LedgerEntry> made = new ArrayList<>();

    AlarmEventRecorder(StayAlarms stayAlarms, AlarmPolicy policy, String version) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.version = version;
    }

    /** Returns the entries since the last call. */
    List<LedgerEntry> drain() {
        List<LedgerEntry> taken = List.copyOf(made);
        made.clear();
        return taken;
    }

    /**
     * Returns the transition with a time that is not before the newest entry. A late transition, or one from a clock that is behind, gets
     * the time of the newest entry. An open alarm keeps the time at which it was raised.
     */
    AlarmTransition inOrder(AlarmTransition transition) {
        Instant at =
                transition.at().isBefore(stayAlarms.newestEntryAt()) ? stayAlarms.newestEntryAt() : transition.at();
        boolean raises = transition.state() == TransitionKind.RAISED;
        Instant raisedAt = raises
                ? at
                : stayAlarms
                        .find(transition.alert())
                        .map(open -> open.told().raisedAt())
                        .orElse(transition.raisedAt());
        return transition.at(raisedAt, at);
    }

    /** Records a transition whose time is in order. */
    void write(AlarmTransition transition) {
        made.add(entry(transition));
    }

    private LedgerEntry entry(AlarmTransition transition) {
        Optional<OpenAlarm> open = stayAlarms.find(transition.alert());
        Optional<Instant> shelved = stayAlarms.shelf(transition.rule()).map(ShelvedRule::until);
        return new LedgerEntry(
                stayAlarms.nextSequence(transition.at()),
                transition,
                open.stream().toList(),
                shelved.stream().toList(),
                open.flatMap(openAlarm -> openAlarm.escalatesAt(policy, shelved.isPresent())).stream()
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    void clear(OpenAlarm openAlarm, Instant at, LifecycleMessage message) {
        stayAlarms.close(openAlarm.told());
        write(message.after(openAlarm.told(), at));
    }

    void resume(OpenAlarm openAlarm, Instant at) {
        stayAlarms.keep(openAlarm.pausedUntil(List.of()));
        write(LifecycleMessage.RESUMED.after(openAlarm.told(), at));
    }

    /**
     * Ends the shelving of a rule. The entry concerns the open alarm, or else the alarm that was shelved. The escalation chain starts
     * again.
     */
    void unshelve(ShelvedRule shelf, Instant at) {
        String rule = shelf.told().rule();
        stayAlarms.unshelve(rule);
        stayAlarms.of(rule).ifPresent(openAlarm -> stayAlarms.keep(openAlarm.calledAgain(at)));
        write(LifecycleMessage.UNSHELVED.after(
                stayAlarms.of(rule).map(OpenAlarm::told).orElse(shelf.told()), at));
    }

    void expire(PatientLimit limit, Instant at) {
        stayAlarms.drop(limit);
        made.add(entry(ofNoAlarm(
                        TransitionKind.LIMIT_EXPIRED,
                        at,
                        "Limite du patient terminée : ",
                        "Patient's limit ended: ",
                        limit.words()))
                .of(limit));
    }

    void set(PatientLimit limit, Instant at) {
        stayAlarms.set(limit);
        made.add(entry(ofNoAlarm(
                        TransitionKind.LIMIT_SET, at, "Limite du patient : ", "Patient's limit: ", limit.words()))
                .of(limit));
    }

    void judge(AlarmTransition transition, AlarmFeedback feedback, Instant at) {
        made.add(entry(LifecycleMessage.JUDGED.after(transition, at)).judging(feedback));
    }

    /** Records a refused command, with its alarm where that is known. */
    void refuse(AlarmCommand command, AlarmCommandRefusal why, Instant at) {
        AlarmTransition about = stayAlarms
                .find(command.alert())
                .map(OpenAlarm::told)
                .or(() -> stayAlarms
                        .findClosed(command.alert())
                        .map(closedAlarm -> closedAlarm.transition(stayAlarms.stay())))
                .map(transition ->
                        transition.then(TransitionKind.COMMAND_REFUSED, at, why.messageFr(), why.messageEn()))
                .orElseGet(() -> ofNoAlarm(TransitionKind.COMMAND_REFUSED, at, why.messageFr(), why.messageEn(), ""));
        made.add(entry(about).refused(why));
    }

    private AlarmTransition ofNoAlarm(
            TransitionKind kind, Instant at, String messageFr, String messageEn, String words) {
        return new AlarmTransition(
                "",
                stayAlarms.stay(),
                stayAlarms.bed(),
                "",
                version,
                AlarmRuleKind.TECHNICAL,
                AlarmPriority.LOW,
                kind,
                at,
                at,
                at,
                Double.NaN,
                Double.NaN,
                messageFr + words,
                messageEn + words,
                List.of());
    }
}
