package org.vigie.signal.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vigie.signal.alert.PatientLimit;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.Side;

/** Obeys an order, or says why not. */
final class Orders {
    private static final Optional<Refusal> OBEYED = Optional.empty();

    private final Calls calls;
    private final Policy policy;
    private final Book book;
    private final Predicate<PatientLimit> possible;

    /** @param possible whether the unit's rules have room for such a limit */
    Orders(Calls calls, Policy policy, Book book, Predicate<PatientLimit> possible) {
        this.calls = calls;
        this.policy = policy;
        this.book = book;
        this.possible = possible;
    }

    Optional<Refusal> obey(Order order) {
        if (calls.bed().isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_STAY);
        }
        if (order.kind() == Order.Kind.UNKNOWN) {
            return Optional.of(Refusal.UNKNOWN_KIND);
        }
        if (!policy.allows(order.role(), order.kind())) {
            return Optional.of(Refusal.NO_RIGHT);
        }
        if (!order.expiresAt().isAfter(calls.clock())) {
            return Optional.of(Refusal.EXPIRED);
        }
        return switch (order.kind()) {
            case ACKNOWLEDGE -> onCall(order, call -> acknowledge(order, call));
            case PAUSE_AUDIO -> onCall(order, call -> pause(order, call));
            case RESUME_AUDIO -> onCall(order, this::resume);
            case SHELVE -> onCall(order, call -> shelve(order, call));
            case UNSHELVE -> onCall(order, this::unshelve);
            case LATCH_RESET -> onCall(order, this::reset);
            case SET_LIMIT -> setLimit(order);
            case FEEDBACK -> judge(order);
            case UNKNOWN -> Optional.of(Refusal.UNKNOWN_KIND);
        };
    }

    private Optional<Refusal> onCall(Order order, Function<Call, Optional<Refusal>> obey) {
        Optional<Call> call = calls.find(order.alert());
        if (call.isEmpty()) {
            return Optional.of(calls.findOver(order.alert()).isPresent() ? Refusal.ALERT_OVER : Refusal.UNKNOWN_ALERT);
        }
        boolean stale = order.seen().isPresent()
                && order.seen().getAsLong() != call.get().version();
        return stale ? Optional.of(Refusal.STALE_VERSION) : obey.apply(call.get());
    }

    private Optional<Refusal> acknowledge(Order order, Call call) {
        if (call.isAcknowledged()) {
            return Optional.of(Refusal.ALREADY_DONE);
        }
        calls.keep(call.acknowledgedBy(order.by(), calls.clock()));
        book.write(Words.ACKNOWLEDGED.after(call.told(), calls.clock()));
        return OBEYED;
    }

    private Optional<Refusal> pause(Order order, Call call) {
        Optional<Refusal> tooLong = tooLong(order, policy.maxPause());
        if (tooLong.isEmpty()) {
            calls.keep(call.pausedUntil(List.of(end(order))));
            book.write(Words.PAUSED.after(call.told(), calls.clock()));
        }
        return tooLong;
    }

    private Optional<Refusal> resume(Call call) {
        if (call.pauseEnd().isEmpty()) {
            return Optional.of(Refusal.ALREADY_DONE);
        }
        book.resume(call, calls.clock());
        return OBEYED;
    }

    private Optional<Refusal> shelve(Order order, Call call) {
        Optional<Refusal> tooLong = tooLong(order, policy.maxShelf());
        if (tooLong.isEmpty()) {
            calls.shelve(new Shelf(call.told(), end(order)));
            book.write(Words.SHELVED.after(call.told(), calls.clock()));
        }
        return tooLong;
    }

    private Optional<Refusal> unshelve(Call call) {
        Optional<Shelf> shelf = calls.shelf(call.told().rule());
        shelf.ifPresent(each -> book.unshelve(each, calls.clock()));
        return shelf.isPresent() ? OBEYED : Optional.of(Refusal.ALREADY_DONE);
    }

    private Optional<Refusal> reset(Call call) {
        if (!call.latched()) {
            return Optional.of(Refusal.NOT_LATCHED);
        }
        book.clear(call, calls.clock(), Words.RESET);
        return OBEYED;
    }

    private Optional<Refusal> judge(Order order) {
        Optional<Feedback> feedback = Feedback.of(order.argument("verdict"));
        if (feedback.isEmpty()) {
            return Optional.of(Refusal.BAD_ARGUMENT);
        }
        var told = calls.find(order.alert())
                .map(Call::told)
                .or(() -> calls.findOver(order.alert()).map(over -> over.told(calls.stay())));
        told.ifPresent(alarm -> book.judge(alarm, feedback.get(), calls.clock()));
        return told.isPresent() ? OBEYED : Optional.of(Refusal.UNKNOWN_ALERT);
    }

    private Optional<Refusal> setLimit(Order order) {
        Optional<PatientLimit> limit = limit(order).filter(possible);
        limit.ifPresent(each -> book.set(each, calls.clock()));
        return limit.isPresent() ? OBEYED : Optional.of(Refusal.BAD_ARGUMENT);
    }

    private Optional<PatientLimit> limit(Order order) {
        Optional<Side> side = named(Side.values(), order.argument("side"));
        Optional<Priority> priority = named(Priority.values(), order.argument("priority"));
        String variable = order.argument("variable");
        Instant until = order.length().isEmpty() ? Instant.MAX : end(order);
        return side.flatMap(at -> priority.flatMap(how -> number(order.argument("limit"))
                .map(value -> new PatientLimit(variable, at, how, value, order.by(), until))));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Refusal> tooLong(Order order, Duration longest) {
        Optional<Duration> length = order.length();
        if (length.isEmpty() || length.get().isNegative() || length.get().isZero()) {
            return Optional.of(Refusal.BAD_ARGUMENT);
        }
        return length.get().compareTo(longest) > 0 ? Optional.of(Refusal.TOO_LONG) : OBEYED;
    }

    /** Its length counts from the stay's clock: a user's clock, or a recording's, may be another. */
    private Instant end(Order order) {
        return calls.clock().plus(order.length().orElseThrow());
    }
}
