package org.vigie.signal.alert.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.signal.alert.PatientLimit;
import org.vigie.signal.alert.Transition;

/**
 * The life of the alarms of one stay, event by event: what the rules tell, what somebody orders, what a deadline brings. The entries
 * of one event come in the order in which they happened. Same events, same entries: nothing here knows what time it is.
 */
public final class LifeCycle {
    private final Calls calls;
    private final Policy policy;
    private final Book book;

    /** @param version of the rule set, for entries of no alarm */
    public LifeCycle(Calls calls, Policy policy, String version) {
        this.calls = calls;
        this.policy = policy;
        this.book = new Book(calls, policy, version);
    }

    /** It is {@code now}: what was due until then has happened, each at its own instant. */
    public List<Entry> pass(Instant now) {
        new Deadlines(calls, policy, book).pass(now);
        calls.advance(now);
        return book.take();
    }

    /** Whether something is due until {@code now}. */
    public boolean isDue(Instant now) {
        return new Deadlines(calls, policy, book).next(now).isPresent();
    }

    /** The patient lies in {@code bed}: a transfer ends what was set for this patient. */
    public List<Entry> lieIn(String bed) {
        if (!bed.equals(calls.bed()) && !calls.bed().isEmpty()) {
            calls.limits().forEach(limit -> book.expire(limit, calls.clock()));
        }
        calls.lieIn(bed);
        return book.take();
    }

    /** What the rules made of the newest readings. */
    public List<Entry> take(List<Transition> told) {
        told.forEach(each -> take(book.inOrder(each)));
        return book.take();
    }

    private void take(Transition told) {
        Optional<Call> call = calls.of(told.rule()).filter(open -> open.alert().equals(told.alert()));
        switch (told.state()) {
            case CLEARED -> over(told, call);
            case DOWNGRADED -> call.ifPresent(open -> keep(told, open.milder(told, calls.sequence() + 1)));
            case UPGRADED -> worse(told, call);
            default -> raise(told);
        }
    }

    /** One rule has one open alarm at a stay: one that is latched gives way to the new episode. */
    private void raise(Transition told) {
        calls.of(told.rule()).ifPresent(latched -> book.clear(latched, told.at(), Words.AGAIN));
        unshelveFor(told);
        keep(told, Call.of(told, calls.sequence() + 1, calls.clock()));
    }

    /** What was acknowledged, paused or shelved was the milder alarm. */
    private void worse(Transition told, Optional<Call> call) {
        call.filter(open -> open.pauseEnd().isPresent()).ifPresent(open -> book.resume(open, told.at()));
        unshelveFor(told);
        keep(told, Call.of(told, calls.sequence() + 1, calls.clock()));
    }

    private void unshelveFor(Transition told) {
        calls.shelf(told.rule())
                .filter(shelf -> !shelf.covers(told.priority()))
                .ifPresent(shelf -> book.unshelve(shelf, told.at()));
    }

    private void over(Transition told, Optional<Call> call) {
        Predicate<Call> latches =
                open -> policy.latches(told.kind(), told.priority()) && !open.isAcknowledged() && !open.latched();
        Optional<Call> latched = call.filter(latches);
        if (latched.isPresent()) {
            Transition kept = Words.LATCHED.after(told, told.at());
            keep(kept, latched.get().latchedBy(kept, calls.sequence() + 1));
        } else {
            calls.close(told);
            book.write(told);
        }
    }

    private void keep(Transition told, Call call) {
        calls.keep(call);
        book.write(told);
    }

    /** Somebody orders something at {@code now}. None when the order came before. */
    public List<Entry> hear(Order order, Instant now, Predicate<PatientLimit> possible) {
        if (!calls.isNew(order)) {
            return List.of();
        }
        List<Entry> made = new ArrayList<>(pass(now));
        Instant clock = calls.clock();
        Optional<Refusal> refusal = new Orders(calls, policy, book, possible).obey(order);
        refusal.ifPresent(why -> book.refuse(order, why, clock));
        book.take().forEach(entry -> made.add(entry.by(order)));
        return made;
    }

    /** The stay is over: so is all that was open, shelved or set. */
    public List<Entry> end(List<Transition> cleared, Instant end) {
        for (Transition each : cleared) {
            Transition told = book.inOrder(each);
            calls.close(told);
            book.write(told);
        }
        Instant at = end.isAfter(calls.clock()) ? end : calls.clock();
        calls.open().forEach(latched -> book.clear(latched, at, Words.STAY_OVER));
        calls.shelves().forEach(shelf -> book.unshelve(shelf, at));
        calls.limits().forEach(limit -> book.expire(limit, at));
        return book.take();
    }
}
