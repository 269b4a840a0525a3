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

        private final FailureCause why;

        /** Lists what a failure says about the receiver. */
        private enum FailureCause {
            NOT_READY,
            CANNOT_PROCESS,
            REFUSES_SENDER
        }

        /** Creates the failure of a receiver that was not reached. */
        public DeliveryFailedException(String message, Throwable cause) {
            this(FailureCause.NOT_READY, message, cause);
        }

        /** Creates the failure of a receiver that is not ready for any alarm. */
        public DeliveryFailedException(String message) {
            this(message, null);
        }

        private DeliveryFailedException(FailureCause why, String message, Throwable cause) {
            super(message, cause);
            this.why = why;
        }

        /** Creates the failure of a receiver that answers, and that could not process this alarm. */
        public static DeliveryFailedException answered(String message, Throwable cause) {
            return new DeliveryFailedException(FailureCause.CANNOT_PROCESS, message, cause);
        }

        /** Creates the failure of a receiver that answers, and that refuses the sender or the address: another try at once does not help. */
        public static DeliveryFailedException ofSender(String message) {
            return new DeliveryFailedException(FailureCause.REFUSES_SENDER, message, null);
        }

        /** Returns true when the receiver answers and could not process this alarm. It may process another one. */
        public boolean isAnswered() {
            return why != FailureCause.NOT_READY;
        }

        /** Returns true when the receiver refuses the sender or the address. */
        public boolean isOfSender() {
            return why == FailureCause.REFUSES_SENDER;
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
