package org.vigie.gateway.fhir.rest;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.fhir.element.MalformedFhirResource;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.gateway.fhir.message.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.intake.ContentDigest;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.QuarantineReason;

/**
 * Holds a request that sends resources.
 *
 * @param type type in the address; empty when there is none
 * @param id id in the address, of a PUT; empty for a POST
 * @param bed bed of resources that name none; may be empty
 */
record FhirSubmission(String type, Optional<String> id, byte[] body, String sender, String bed) {
    /**
     * Reads the body.
     *
     * @throws MalformedFhirResource when it is no FHIR
     */
    FhirMessage read(FhirReader reader) throws MalformedFhirResource {
        return id.isPresent() ? reader.replacement(body) : reader.message(body);
    }

    /** Returns how the body differs from the address. Empty when it does not. */
    Optional<String> mismatch(FhirMessage message) {
        boolean isOfType = type.isEmpty() || message.entries().stream().anyMatch(entry -> isOfType(message, entry));
        if (!isOfType) {
            return Optional.of("resourceType: the address says " + type + ", the body is none");
        }
        return message.entries().stream()
                .filter(entry ->
                        id.isPresent() && !entry.id().isEmpty() && !entry.id().equals(id.get()))
                .findFirst()
                .map(entry -> entry.type() + ".id: must be the id in the address, is another");
    }

    private boolean isOfType(FhirMessage message, FhirMessageEntry entry) {
        return (message.several() && type.equals("Bundle")) || entry.type().equals(type);
    }

    RefusedMessage refusal(String why, int readings, QuarantineReason reason) {
        return new RefusedMessage(IntakeProtocol.FHIR, sender, body, why, readings, reason);
    }

    IntakeDelivery delivery(FhirMessage message, List<FhirMessageEntry> entries) {
        List<FhirMessageEntry> taken =
                entries.stream().filter(entry -> entry.broken().isEmpty()).toList();
        return new IntakeDelivery(
                IntakeProtocol.FHIR,
                sender,
                ContentDigest.of(body).hex(),
                message.readings(),
                taken.stream().flatMap(entry -> entry.observations().stream()).toList(),
                taken.stream().flatMap(entry -> entry.movements().stream()).toList(),
                taken.stream().flatMap(entry -> entry.alerts().stream()).toList(),
                entries.stream().flatMap(entry -> entry.dropped().stream()).toList(),
                body);
    }
}
