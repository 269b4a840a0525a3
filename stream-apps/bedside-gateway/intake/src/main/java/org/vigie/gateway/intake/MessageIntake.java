package org.vigie.gateway.intake;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Takes the content of messages of every protocol, and looks up stays in the census. */
public interface MessageIntake extends StayLookup {
    /**
     * Holds the content of one message.
     *
     * @param sender who sent it
     * @param readings how many readings the message holds; they are counted before the message is interpreted
     * @param messageId the same when the same message is sent again
     * @param raw the message as sent
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

        /** Returns a copy with this content. What is left out stays. */
        public IntakeDelivery with(
                List<MeasuredValue> measured, List<PatientMovement> moved, List<BedsideAlert> raised) {
            return new IntakeDelivery(protocol, sender, messageId, readings, measured, moved, raised, dropped, raw);
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
     * Publishes a delivery. Returns once the broker has acknowledged all of it. A delivery that is taken twice has the same message id.
     *
     * @throws IOException when the broker does not acknowledge it in time; the sender is asked to send it again
     */
    void take(IntakeDelivery delivery) throws IOException, InterruptedException;

    /**
     * Returns values that name no bed with that of their patient when they were measured, by the ward's clock. It stays empty when there is
     * none.
     */
    default List<MeasuredValue> placed(String sender, List<MeasuredValue> values, Instant now) {
        return values.stream()
                .map(value -> value.withBed(bedOf(value.patient(), value.isLive() ? now : value.time())))
                .toList();
    }

    /** Keeps a refused message with its reason. It does not fail: a message that cannot be kept is counted. */
    void refuse(RefusedMessage refusal);
}
