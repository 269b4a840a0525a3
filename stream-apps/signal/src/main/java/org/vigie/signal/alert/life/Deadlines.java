package org.vigie.signal.alert.life;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alert.PatientLimit;

/** What happens by itself: a sound comes back, a shelf ends, the next one is called, a patient's limit ends. */
final class Deadlines {
    private final Calls calls;
    private final Policy policy;
    private final Book book;

    Deadlines(Calls calls, Policy policy, Book book) {
        this.calls = calls;
        this.policy = policy;
        this.book = book;
    }

    record Due(Instant at, Runnable happens) {}

    /** One after the other, the earliest first: each may set the next. */
    void pass(Instant now) {
        for (Optional<Due> due = next(now); due.isPresent(); due = next(now)) {
            due.get().happens().run();
        }
    }

    Optional<Due> next(Instant now) {
        return Stream.of(
                        calls.open().stream().flatMap(this::pause),
                        calls.open().stream().flatMap(this::escalation),
                        calls.shelves().stream().map(this::shelf),
                        calls.limits().stream().map(this::limit))
                .flatMap(each -> each)
                .filter(due -> !due.at().isAfter(now))
                .min(Comparator.comparing(Due::at));
    }

    private Stream<Due> pause(Call call) {
        return call.pauseEnd().stream().map(end -> new Due(end, () -> book.resume(call, when(end))));
    }

    private Stream<Due> escalation(Call call) {
        boolean shelved = calls.shelf(call.told().rule()).isPresent();
        return call.escalatesAt(policy, shelved).stream().map(at -> new Due(at, () -> escalate(call, when(at))));
    }

    private void escalate(Call call, Instant at) {
        String to = policy.next(call).orElseThrow().to();
        calls.keep(call.escalatedTo(to));
        book.write(Words.ESCALATED.after(call.told(), at));
    }

    private Due shelf(Shelf shelf) {
        return new Due(shelf.until(), () -> book.unshelve(shelf, when(shelf.until())));
    }

    private Due limit(PatientLimit limit) {
        return new Due(limit.until(), () -> book.expire(limit, when(limit.until())));
    }

    /** A deadline that a new rule file puts into the past has not happened there. */
    private Instant when(Instant due) {
        return due.isBefore(calls.clock()) ? calls.clock() : due;
    }
}
