package org.vigie.notifications;

import java.time.Instant;
import org.vigie.schemas.Alert;

/** A way to tell somebody of alarms. Used by one thread. */
interface Channel extends AutoCloseable {
    String name();

    /** True when it shows the present state and reads alerts.current anew at each start; else it tells each transition of alerts.ledger once. */
    boolean mirrors();

    boolean wants(Alert alert);

    /**
     * Tells it, at least once.
     *
     * @throws Undeliverable when it may succeed later
     * @throws Refused when it never will
     */
    void deliver(Alert alert) throws Undeliverable, Refused;

    /** Called between records, about once a second. */
    default void tick(Instant now) throws Undeliverable, Refused {}

    @Override
    default void close() {}

    /** The receiver was not reached, or is not ready. */
    final class Undeliverable extends Exception {
        private static final long serialVersionUID = 1;

        Undeliverable(String message, Throwable cause) {
            super(message, cause);
        }

        Undeliverable(String message) {
            super(message);
        }
    }

    /** The receiver was reached and says no. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message, Throwable cause) {
            super(message, cause);
        }

        Refused(String message) {
            super(message);
        }
    }
}
