package org.vigie.gateway.intake;

import java.util.List;

/**
 * Holds the content of one message as it was read. Each element of the message is in exactly one of the lists.
 *
 * @param ack code of the acknowledgement: AA, AE, AR or none (HL7), an HTTP status (FHIR), PUBACK or refused (MQTT)
 * @param error what is wrong and where: {@code MSH-9: no message type}; empty when nothing is
 */
public record MessageOutcome(
        String ack,
        String error,
        List<MeasuredValue> observations,
        List<PatientMovement> movements,
        List<BedsideAlert> alerts,
        List<DroppedElement> dropped) {
    public MessageOutcome {
        observations = List.copyOf(observations);
        movements = List.copyOf(movements);
        alerts = List.copyOf(alerts);
        dropped = List.copyOf(dropped);
    }

    /** Returns the outcome of a message that is refused as a whole. */
    public static MessageOutcome refused(String ack, String error) {
        return new MessageOutcome(ack, error, List.of(), List.of(), List.of(), List.of());
    }
}
