package org.vigie.gateway.fhir.rest;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.fhir.element.MalformedFhirResource;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.gateway.fhir.message.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.schemas.QuarantineReason;

/** Handles a POST or a PUT from its bytes to its answer. It answers success once the broker has all of it. */
final class FhirPostHandler {
    private final Supplier<FhirReader> reader;
    private final MessageIntake intake;

    FhirPostHandler(Supplier<FhirReader> reader, MessageIntake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    /** Takes the body of a request. */
    FhirReply take(FhirSubmission submission) {
        try {
            return take(submission, submission.read(reader.get().receivedAt(Instant.now())));
        } catch (MalformedFhirResource e) {
            intake.refuse(submission.refusal(e.getMessage(), 0, QuarantineReason.MALFORMED_MESSAGE));
            return FhirReply.error(FhirReply.BAD_REQUEST, "structure", e.getMessage());
        }
    }

    private FhirReply take(FhirSubmission submission, FhirMessage message) {
        int readings = message.readings();
        Optional<String> mismatch = submission.mismatch(message);
        if (mismatch.isPresent()) {
            intake.refuse(submission.refusal(mismatch.get(), readings, QuarantineReason.REFUSED_MESSAGE));
            return FhirReply.error(FhirReply.BAD_REQUEST, "invalid", mismatch.get());
        }
        if (message.isRefused()) {
            List<String> errors = message.errors();
            intake.refuse(submission.refusal(errors.get(0), readings, QuarantineReason.REFUSED_MESSAGE));
            return FhirReply.errors(FhirReply.UNPROCESSABLE, "required", errors);
        }
        return place(submission, message);
    }

    private FhirReply place(FhirSubmission submission, FhirMessage message) {
        List<FhirMessageEntry> entries =
                new EntryBedAssigner(intake, submission.sender(), submission.bed(), Instant.now()).assign(message);
        List<String> bedless = entries.stream()
                .filter(entry -> entry.broken().isEmpty())
                .flatMap(entry -> EntryBedAssigner.missingBed(entry).stream())
                .toList();
        if (!bedless.isEmpty()) {
            intake.refuse(submission.refusal(bedless.get(0), message.readings(), QuarantineReason.NO_BED));
            return FhirReply.errors(FhirReply.UNPROCESSABLE, "business-rule", bedless);
        }
        return deliver(submission, message, entries);
    }

    private FhirReply deliver(FhirSubmission submission, FhirMessage message, List<FhirMessageEntry> entries) {
        try {
            intake.take(submission.delivery(message, entries));
            return FhirReply.taken(message, entries);
        } catch (IOException e) {
            return notTaken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notTaken();
        }
    }

    private static FhirReply notTaken() {
        return FhirReply.error(
                FhirReply.UNAVAILABLE, "transient", "not taken: the broker did not acknowledge it; send it again");
    }
}
