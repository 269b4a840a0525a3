package org.vigie.gateway.codes;

import java.io.IOException;
import java.util.List;

/** Where what was read goes: the gateway's way to the broker, the same for every protocol. */
public interface Intake extends StayLookup {
    /**
     * What one message brought.
     *
     * @param sender who sent it
     * @param messageId the same for the same message sent again
     * @param raw as sent
     */
    record Delivery(
            String sender,
            String messageId,
            List<Measured> observations,
            List<Movement> movements,
            List<BedsideAlert> alerts,
            List<Dropped> dropped,
            byte[] raw) {
        public Delivery {
            observations = List.copyOf(observations);
            movements = List.copyOf(movements);
            alerts = List.copyOf(alerts);
            dropped = List.copyOf(dropped);
        }

        public static Delivery of(String sender, String messageId, Outcome outcome, byte[] raw) {
            return new Delivery(
                    sender,
                    messageId,
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
    void take(Delivery delivery) throws IOException, InterruptedException;

    /**
     * Keeps a message that could not be read, with its reason. It must not fail: what cannot be kept is counted.
     *
     * @param raw as sent
     */
    void refuse(String sender, byte[] raw, String reason);
}
