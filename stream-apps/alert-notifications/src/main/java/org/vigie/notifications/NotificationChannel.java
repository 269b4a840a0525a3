package org.vigie.notifications;

import java.time.Instant;
import org.vigie.schemas.Alert;

/** A way to tell somebody of alarms. Used by one thread. */
interface NotificationChannel extends AutoCloseable {
    String name();

    /** True when it shows the present state and reads alerts.current anew at each start; else it tells each transition of alerts.ledger once. */
    boolean mirrors();

    boolean wants(Alert alert);

    /**
     * Tells it, at least once.
     *
     * @throws DeliveryFailedException when it may succeed later
     * @throws DeliveryRefusedException when it never will
     */
    void deliver(Alert alert) throws DeliveryFailedException, DeliveryRefusedException;

    /** Called between records, about once a second. */
    default void tick(Instant now) throws DeliveryFailedException, DeliveryRefusedException {}

    @Override
    default void close() {}

    /** The receiver was not reached, or is not ready. */
    final class DeliveryFailedException extends Exception {
        private static final long serialVersionUID = 1;

        DeliveryFailedException(String message, Throwable cause) {
            super(message, cause);
        }

        DeliveryFailedException(String message) {
            super(message);
        }
    }

    /** The receiver was reached and says no. */
    final class DeliveryRefusedException extends Exception {
        private static final long serialVersionUID = 1;

        DeliveryRefusedException(String message, Throwable cause) {
            super(message, cause);
        }

        DeliveryRefusedException(String message) {
            super(message);
        }
    }
}
