package org.vigie.gateway.intake;

import java.util.List;

/**
 * What became of one message: everything it carried is in exactly one of the lists.
 *
 * @param ack the acknowledgement code it gets: AA, AE, AR; or none because the sender wants none (HL7), an HTTP status (FHIR)
 * @param error empty, or what is wrong and where: {@code MSH-9: no message type}
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

    /** Nothing could be read. */
    public static MessageOutcome refused(String ack, String error) {
        return new MessageOutcome(ack, error, List.of(), List.of(), List.of(), List.of());
    }
}
