package org.vigie.gateway.fhir.rest;

import java.io.IOException;
import java.util.List;
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Movement;

/** Where what was read goes: the gateway's way to the broker. */
public interface Intake {
    /**
     * What one request brought.
     *
     * @param sender who sent it
     * @param messageId the same for the same request sent again
     * @param raw as sent
     */
    record Delivery(
            String sender,
            String messageId,
            List<Measured> observations,
            List<Movement> movements,
            List<BedsideAlert> alerts,
            List<Dropped> dropped,
            byte[] raw) {}

    /**
     * Returns once all of it is acknowledged by the broker. A delivery taken twice has the same message id.
     *
     * @throws IOException when it is not, or not in time: the sender is asked to send it again
     */
    void take(Delivery delivery) throws IOException, InterruptedException;

    /** Where the patient whom the sender calls {@code number} lies; empty when nobody knows. */
    default String bedOf(String number) {
        return "";
    }
}
