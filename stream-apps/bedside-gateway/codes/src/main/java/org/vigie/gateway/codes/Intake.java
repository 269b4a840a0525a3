package org.vigie.gateway.codes;

import java.io.IOException;
import java.util.List;

/** Where what was read goes: the gateway's way to the broker, the same for every protocol. */
public interface Intake extends StayLookup {
    /**
     * What one message brought.
     *
     * @param sender who sent it
     * @param readings how many the message holds, counted before anything was decided about them
     * @param messageId the same for the same message sent again
     * @param raw as sent
     */
    record Delivery(
            Protocol protocol,
            String sender,
            String messageId,
            int readings,
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

        public static Delivery of(
                Protocol protocol, String sender, String messageId, int readings, Outcome outcome, byte[] raw) {
            return new Delivery(
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
    void take(Delivery delivery) throws IOException, InterruptedException;

    /** Keeps a message of which nothing is taken, with its reason. It must not fail: what cannot be kept is counted. */
    void refuse(RefusedMessage refusal);
}
