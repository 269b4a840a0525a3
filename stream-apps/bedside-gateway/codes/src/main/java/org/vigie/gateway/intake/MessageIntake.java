package org.vigie.gateway.intake;

import java.io.IOException;
import java.util.List;

/** Where what was read goes: the gateway's way to the broker, the same for every protocol. */
public interface MessageIntake extends StayLookup {
    /**
     * What one message brought.
     *
     * @param sender who sent it
     * @param readings how many the message holds, counted before anything was decided about them
     * @param messageId the same for the same message sent again
     * @param raw as sent
     */
    record IntakeDelivery(
            IntakeProtocol protocol,
            String sender,
            String messageId,
            int readings,
            List<MeasuredValue> observations,
            List<PatientMovement> movements,
            List<BedsideAlert> alerts,
            List<DroppedElement> dropped,
            byte[] raw) {
        public IntakeDelivery {
            observations = List.copyOf(observations);
            movements = List.copyOf(movements);
            alerts = List.copyOf(alerts);
            dropped = List.copyOf(dropped);
        }

        public static IntakeDelivery of(
                IntakeProtocol protocol,
                String sender,
                String messageId,
                int readings,
                MessageOutcome outcome,
                byte[] raw) {
            return new IntakeDelivery(
                    protocol,
                    sender,
                    messageId,
                    readings,
                    outcome.observations(),
                    outcome.movements(),
                    outcome.alerts(),
                    outcome.dropped(),
                    raw);
        }
    }

    /**
     * Returns once all of it is acknowledged by the broker. A delivery taken twice has the same message id.
     *
     * @throws IOException when it is not, or not in time: the sender is asked to send it again
     */
    void take(IntakeDelivery delivery) throws IOException, InterruptedException;

    /** Keeps a message of which nothing is taken, with its reason. It must not fail: what cannot be kept is counted. */
    void refuse(RefusedMessage refusal);
}
