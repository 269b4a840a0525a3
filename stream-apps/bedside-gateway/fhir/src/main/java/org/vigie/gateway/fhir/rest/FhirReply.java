package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.gateway.fhir.message.FhirMessage.FhirMessageEntry;

/** Holds the answer to a request: the status of HTTP and a resource. */
record FhirReply(int status, ObjectNode body) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    static final int BAD_REQUEST = 400;
    static final int UNPROCESSABLE = 422;
    static final int UNAVAILABLE = 503;

    /** @param code FHIR's issue type */
    static FhirReply error(int status, String code, String what) {
        return new FhirReply(status, OperationOutcome.error(code, what).json());
    }

    /** Returns an answer whose errors begin with their path. */
    static FhirReply errors(int status, String code, List<String> errors) {
        return new FhirReply(status, OperationOutcome.errors(code, errors).json());
    }

    /** Returns the answer to a message that was taken. A transaction and a batch are answered entry by entry. */
    static FhirReply taken(FhirMessage message, List<FhirMessageEntry> entries) {
        boolean isAnsweredEach = List.of("transaction", "batch").contains(message.bundle());
        ObjectNode body = isAnsweredEach ? responses(message.bundle(), entries) : outcome(entries);
        return new FhirReply(message.several() ? OK : CREATED, body);
    }

    private static ObjectNode outcome(List<FhirMessageEntry> entries) {
        return OperationOutcome.accepted(
                        entries.stream()
                                .flatMap(entry -> entry.dropped().stream())
                                .toList(),
                        entries.stream()
                                .flatMap(entry -> entry.profile().stream())
                                .toList())
                .json();
    }

    private static ObjectNode responses(String type, List<FhirMessageEntry> entries) {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", type + "-response");
        for (FhirMessageEntry entry : entries) {
            ObjectNode response = bundle.withArray("entry").addObject().putObject("response");
            response.put("status", String.valueOf(entry.broken().isPresent() ? UNPROCESSABLE : CREATED));
            response.set("outcome", outcome(entry).json());
        }
        return bundle;
    }

    private static OperationOutcome outcome(FhirMessageEntry entry) {
        return entry.broken()
                .map(what -> OperationOutcome.errors("required", List.of(what)))
                .orElseGet(() -> OperationOutcome.accepted(entry.dropped(), entry.profile()));
    }
}
