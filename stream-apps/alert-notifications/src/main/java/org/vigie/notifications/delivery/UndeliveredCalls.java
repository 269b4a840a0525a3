package org.vigie.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.notifications.channel.NotificationRules;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.schemas.Alert;

/**
 * Keeps the calls of Vigie's own alarms that the receiver answered and could not process. Nobody repeats them: they are tried again beside the
 * other alarms, after longer and longer pauses, until the receiver takes them or their alarm is acknowledged, over or called anew. One
 * thread uses it.
 */
final class UndeliveredCalls {
    private static final ExponentialBackoff PAUSES =
            ExponentialBackoff.doubling(Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** Most calls that are kept. The oldest is left out. */
    private static final int MANY = 10_000;

    private final Clock clock;
    /** Calls by incident, or by alarm where there is none, in the order in which they are tried. */
    private final Map<String, UndeliveredCall> calls = new LinkedHashMap<>();

    /**
     * Holds a call that the receiver does not have.
     *
     * @param requested when the broker took the call
     * @param tries how often it was tried
     * @param next when it is tried again
     */
    record UndeliveredCall(Alert alert, Instant requested, int tries, Instant next) {
        boolean isDue(Instant now) {
            return !now.isBefore(next);
        }
    }

    UndeliveredCalls(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a call after a try. */
    void keep(Alert alert, Instant requested, int tries) {
        Instant next = clock.instant().plus(PAUSES.pause(tries));
        calls.put(NotificationRules.subject(alert), new UndeliveredCall(alert, requested, tries, next));
        if (calls.size() > MANY) {
            calls.remove(calls.keySet().iterator().next());
        }
    }

    /** Forgets the call of an alarm that is acknowledged, over or shelved. */
    void follow(Alert news) {
        if (NotificationRules.isSettled(news)) {
            calls.remove(NotificationRules.subject(news));
        }
    }

    /** Forgets the earlier call of an alarm that calls anew. */
    void superseded(Alert news) {
        if (NotificationRules.isCall(news)) {
            calls.remove(NotificationRules.subject(news));
        }
    }

    /** Removes and returns a call whose pause is over. */
    Optional<UndeliveredCall> nextDue() {
        Instant now = clock.instant();
        Optional<UndeliveredCall> due =
                calls.values().stream().filter(call -> call.isDue(now)).findFirst();
        due.ifPresent(call -> calls.remove(NotificationRules.subject(call.alert())));
        return due;
    }
}
