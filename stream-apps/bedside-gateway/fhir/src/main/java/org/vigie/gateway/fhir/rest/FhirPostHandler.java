package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.FhirMessage;
import org.vigie.gateway.fhir.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.fhir.MalformedFhirResource;
import org.vigie.gateway.intake.ContentDigest;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.QuarantineReason;
import org.vigie.terminology.DropReason;

/** Handles a POST from its bytes to its answer. It answers success once the broker has all of it. */
final class FhirPostHandler {
    private final Supplier<FhirReader> reader;
    private final MessageIntake intake;

    FhirPostHandler(Supplier<FhirReader> reader, MessageIntake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    /** The answer to a request. */
    record FhirReply(int status, ObjectNode body) {}

    /**
     * Takes the body of a request.
     *
     * @param type type in the address; empty when there is none
     * @param bed bed of resources that name none; may be empty
     */
    FhirReply take(String type, byte[] body, String sender, String bed) {
        FhirMessage message;
        try {
            message = reader.get().message(body);
        } catch (MalformedFhirResource e) {
            var answer = new FhirReply(
                    400, OperationOutcome.error("structure", e.getMessage()).json());
            return refused(answer, refusal(sender, body, e.getMessage(), 0, QuarantineReason.MALFORMED_MESSAGE));
        }
        if (!type.isEmpty() && message.entries().stream().noneMatch(entry -> isOf(message, entry, type))) {
            String why = "resourceType: the address says " + type + ", the body is none";
            var answer =
                    new FhirReply(400, OperationOutcome.error("invalid", why).json());
            return refused(answer, refusal(sender, body, why, message.readings(), QuarantineReason.REFUSED_MESSAGE));
        }
        if (message.isRefused()) {
            List<String> errors = message.errors();
            var answer = new FhirReply(
                    422, OperationOutcome.errors("required", errors).json());
            return refused(
                    answer, refusal(sender, body, errors.get(0), message.readings(), QuarantineReason.REFUSED_MESSAGE));
        }
        return placed(message, body, sender, bed);
    }

    private FhirReply refused(FhirReply answer, RefusedMessage refusal) {
        intake.refuse(refusal);
        return answer;
    }

    private static RefusedMessage refusal(
            String sender, byte[] body, String why, int readings, QuarantineReason reason) {
        return new RefusedMessage(IntakeProtocol.FHIR, sender, body, why, readings, reason);
    }

    private static boolean isOf(FhirMessage message, FhirMessageEntry entry, String type) {
        return message.several()
                ? type.equals("Bundle") || entry.type().equals(type)
                : entry.type().equals(type);
    }

    private FhirReply placed(FhirMessage message, byte[] body, String sender, String bed) {
        List<FhirMessageEntry> entries = message.entries().stream()
                .map(entry -> entry.broken().isPresent() ? entry : placed(entry, bed))
                .map(entry -> message.bundle().equals("batch") ? alone(entry) : entry)
                .toList();
        List<FhirMessageEntry> taken =
                entries.stream().filter(entry -> entry.broken().isEmpty()).toList();
        List<String> bedless =
                taken.stream().flatMap(entry -> missingBed(entry).stream()).toList();
        if (!bedless.isEmpty()) {
            var answer = new FhirReply(
                    422, OperationOutcome.errors("business-rule", bedless).json());
            return refused(answer, refusal(sender, body, bedless.get(0), message.readings(), QuarantineReason.NO_BED));
        }
        try {
            intake.take(delivery(message, entries, body, sender));
            return new FhirReply(message.several() ? 200 : 201, reply(message, entries));
        } catch (IOException e) {
            return notTaken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notTaken();
        }
    }

    private static Optional<String> missingBed(FhirMessageEntry entry) {
        return entry.observations().stream().anyMatch(measured -> measured.bed().isEmpty())
                ? Optional.of(entry.path() + ": nothing says on which bed it was measured")
                : Optional.empty();
    }

    /** Refuses the entry of a batch that has no bed, and leaves the others as they are. */
    private static FhirMessageEntry alone(FhirMessageEntry entry) {
        Optional<String> missingBed = missingBed(entry);
        return missingBed.isEmpty()
                ? entry
                : new FhirMessageEntry(
                        entry.path(),
                        entry.type(),
                        entry.id(),
                        missingBed,
                        entry.profile(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Stream.concat(
                                        entry.dropped().stream(),
                                        entry.observations().stream().map(measured -> withoutBed(entry, measured)))
                                .toList());
    }

    private static DroppedElement withoutBed(FhirMessageEntry entry, MeasuredValue measured) {
        return new DroppedElement(entry.path(), "bed", measured.variable(), "", DropReason.NO_BED)
                .withReadings(1)
                .withExpected("a bed, or a patient whom the census has on one");
    }

    private static FhirReply notTaken() {
        return new FhirReply(
                503,
                OperationOutcome.error("transient", "not taken: the broker did not acknowledge it; send it again")
                        .json());
    }

    private FhirMessageEntry placed(FhirMessageEntry entry, String bed) {
        List<MeasuredValue> observations = entry.observations().stream()
                .map(measured -> measured.bed().isEmpty() ? at(measured, bed) : measured)
                .toList();
        return new FhirMessageEntry(
                entry.path(),
                entry.type(),
                entry.id(),
                entry.broken(),
                entry.profile(),
                observations,
                entry.movements(),
                entry.alerts(),
                entry.dropped());
    }

    private MeasuredValue at(MeasuredValue measured, String bed) {
        String place = bed.isEmpty() && !measured.patient().isEmpty() ? intake.bedOf(measured.patient()) : bed;
        return measured.withBed(place);
    }

    private static MessageIntake.IntakeDelivery delivery(
            FhirMessage message, List<FhirMessageEntry> entries, byte[] body, String sender) {
        List<FhirMessageEntry> taken =
                entries.stream().filter(entry -> entry.broken().isEmpty()).toList();
        return new MessageIntake.IntakeDelivery(
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

    private static ObjectNode reply(FhirMessage message, List<FhirMessageEntry> entries) {
        boolean isAnsweredEach = List.of("transaction", "batch").contains(message.bundle());
        if (isAnsweredEach) {
            return each(message.bundle(), entries);
        }
        return OperationOutcome.accepted(
                        entries.stream()
                                .flatMap(entry -> entry.dropped().stream())
                                .toList(),
                        entries.stream()
                                .flatMap(entry -> entry.profile().stream())
                                .toList())
                .json();
    }

    private static ObjectNode each(String type, List<FhirMessageEntry> entries) {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", type + "-response");
        for (FhirMessageEntry entry : entries) {
            ObjectNode response = bundle.withArray("entry").addObject().putObject("response");
            response.put("status", entry.broken().isPresent() ? "422" : "201");
            response.set(
                    "outcome",
                    entry.broken()
                            .map(what -> OperationOutcome.errors("required", List.of(what))
                                    .json())
                            .orElseGet(() -> OperationOutcome.accepted(entry.dropped(), entry.profile())
                                    .json()));
        }
        return bundle;
    }
}
