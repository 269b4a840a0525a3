package org.vigie.signal.alert.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alert.PatientLimit;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.Transition.State;

/** Writes what happens at one stay, each entry with the condition that it leaves. */
final class Book {
    private final Calls calls;
    private final Policy policy;
    private final String version;
    private final List<Entry> made = new ArrayList<>();

    Book(Calls calls, Policy policy, String version) {
        this.calls = calls;
        this.policy = policy;
        this.version = version;
    }

    /** What was written since the last time. */
    List<Entry> take() {
        List<Entry> taken = List.copyOf(made);
        made.clear();
        return taken;
    }

    /**
     * No entry is older than the one before it. What comes late, or from a clock that is behind, is told at the instant of the newest
     * entry. An alarm that is open keeps the instant at which it was raised.
     */
    Transition inOrder(Transition transition) {
        Instant at = transition.at().isBefore(calls.told()) ? calls.told() : transition.at();
        boolean raises = transition.state() == State.RAISED;
        Instant raisedAt = raises
                ? at
                : calls.find(transition.alert())
                        .map(open -> open.told().raisedAt())
                        .orElse(transition.raisedAt());
        return transition.at(raisedAt, at);
    }

    /** Writes what is in order. */
    void write(Transition transition) {
        made.add(entry(transition));
    }

    private Entry entry(Transition transition) {
        Optional<Call> open = calls.find(transition.alert());
        Optional<Instant> shelved = calls.shelf(transition.rule()).map(Shelf::until);
        return new Entry(
                calls.nextSequence(transition.at()),
                transition,
                open.stream().toList(),
                shelved.stream().toList(),
                open.flatMap(call -> call.escalatesAt(policy, shelved.isPresent())).stream()
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    void clear(Call call, Instant at, Words words) {
        calls.close(call.told());
        write(words.after(call.told(), at));
    }

    void resume(Call call, Instant at) {
        calls.keep(call.pausedUntil(List.of()));
        write(Words.RESUMED.after(call.told(), at));
    }

    /** Of the alarm that is open now, else of the one that was shelved. The chain begins anew. */
    void unshelve(Shelf shelf, Instant at) {
        String rule = shelf.told().rule();
        calls.unshelve(rule);
        calls.of(rule).ifPresent(call -> calls.keep(call.calledAgain(at)));
        write(Words.UNSHELVED.after(calls.of(rule).map(Call::told).orElse(shelf.told()), at));
    }

    void expire(PatientLimit limit, Instant at) {
        calls.drop(limit);
        made.add(entry(ofNoAlarm(
                        State.LIMIT_EXPIRED,
                        at,
                        "Limite du patient terminée : ",
                        "Patient's limit ended: ",
                        limit.words()))
                .of(limit));
    }

    void set(PatientLimit limit, Instant at) {
        calls.set(limit);
        made.add(entry(ofNoAlarm(State.LIMIT_SET, at, "Limite du patient : ", "Patient's limit: ", limit.words()))
                .of(limit));
    }

    void judge(Transition told, Feedback feedback, Instant at) {
        made.add(entry(Words.JUDGED.after(told, at)).judging(feedback));
    }

    /** Recorded with its alarm where that is known. */
    void refuse(Order order, Refusal why, Instant at) {
        Transition about = calls.find(order.alert())
                .map(Call::told)
                .or(() -> calls.findOver(order.alert()).map(over -> over.told(calls.stay())))
                .map(told -> told.then(State.COMMAND_REFUSED, at, why.messageFr(), why.messageEn()))
                .orElseGet(() -> ofNoAlarm(State.COMMAND_REFUSED, at, why.messageFr(), why.messageEn(), ""));
        made.add(entry(about).refused(why));
    }

    private Transition ofNoAlarm(State state, Instant at, String messageFr, String messageEn, String words) {
        return new Transition(
                "",
                calls.stay(),
                calls.bed(),
                "",
                version,
                RuleKind.TECHNICAL,
                Priority.LOW,
                state,
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
