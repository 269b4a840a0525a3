package org.vigie.notifications.channel;

import java.time.Instant;
import org.vigie.schemas.Alert;

/** Informs a person or a system of alarms. One thread uses it. */
public interface NotificationChannel extends AutoCloseable {
    String name();

    /**
     * Returns true when the channel shows the present state and reads alerts.current again at each start. Otherwise it delivers each
     * transition of alerts.ledger.
     */
    boolean mirrors();

    boolean wants(Alert alert);

    /**
     * Delivers an alarm at least once.
     *
     * @return what the answer of the receiver proves
     * @throws DeliveryFailedException when a later try may succeed
     * @throws DeliveryRefusedException when every later try will fail
     */
    DeliveryReceipt deliver(Alert alert) throws DeliveryFailedException, DeliveryRefusedException;

    /** Does periodic work. The loop calls it between records, about once a second. */
    default void tick(Instant now) throws DeliveryFailedException, DeliveryRefusedException {}

    @Override
    default void close() {}

    /** Signals that the receiver was not reached, is not ready, or cannot process the alarm now. */
    final class DeliveryFailedException extends Exception {
        private static final long serialVersionUID = 1;

        private final boolean answered;

        /** Creates the failure of a receiver that was not reached. */
        public DeliveryFailedException(String message, Throwable cause) {
            super(message, cause);
            answered = false;
        }

        /** Creates the failure of a receiver that is not ready for any alarm. */
        public DeliveryFailedException(String message) {
            this(message, null);
        }

        private DeliveryFailedException(boolean answered, String message, Throwable cause) {
            super(message, cause);
            this.answered = answered;
        }

        /** Creates the failure of a receiver that answers, and that could not process this alarm. */
        public static DeliveryFailedException answered(String message, Throwable cause) {
            return new DeliveryFailedException(true, message, cause);
        }

        /** Returns true when the receiver answers and could not process this alarm. It may process another one. */
        public boolean isAnswered() {
            return answered;
        }
    }

    /** Signals that the receiver refused the alarm. */
    final class DeliveryRefusedException extends Exception {
        private static final long serialVersionUID = 1;

        public DeliveryRefusedException(String message, Throwable cause) {
            super(message, cause);
        }

        public DeliveryRefusedException(String message) {
            super(message);
        }
    }
}
