package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.access.server.ProgramAccessFilter;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.MessageIntake;

/** Handles the requests of the FHIR endpoint: it reads their parameters and writes the answers. */
final class FhirRequestHandler {
    private static final String FHIR_JSON = "application/fhir+json";

    private final WardSnapshot ward;
    private final Supplier<FhirReader> reader;
    private final MessageIntake intake;

    FhirRequestHandler(WardSnapshot ward, Supplier<FhirReader> reader, MessageIntake intake) {
        this.ward = ward;
        this.reader = reader;
        this.intake = intake;
    }

    void search(Context request) {
        String type = request.pathParam("type");
        answer(
                request,
                within(request)
                        .search(type, request.queryParamMap(), request.fullUrl())
                        .orElseThrow(NotFoundResponse::new));
    }

    void read(Context request) {
        answer(
                request,
                within(request)
                        .read(request.pathParam("type"), request.pathParam("id"))
                        .orElseThrow(NotFoundResponse::new));
    }

    /** Returns the results of the units that the asking program may see. */
    private WardResourceSearch within(Context request) {
        return new WardResourceSearch(new ScopedWardSnapshot(
                ward, ProgramAccessFilter.principal(request).units()));
    }

    /** Takes a PUT. The resource replaces the earlier one with the same id. */
    void put(Context request) {
        String id = request.pathParam("id");
        FhirPostHandler update = new FhirPostHandler(reader, new ReplacingIntake(intake, id));
        answer(request, update.take(submission(request, "Observation", Optional.of(id))));
    }

    /** @param type type in the address; empty when there is none */
    void post(Context request, String type) {
        FhirPostHandler creation = new FhirPostHandler(reader, intake);
        answer(request, creation.take(submission(request, type, Optional.empty())));
    }

    private static FhirSubmission submission(Context request, String type, Optional<String> id) {
        return new FhirSubmission(type, id, request.bodyAsBytes(), sender(request), bed(request));
    }

    private static void answer(Context request, FhirReply reply) {
        if (reply.status() == FhirReply.UNAVAILABLE) {
            request.header("Retry-After", "5");
        }
        answer(request.status(reply.status()), reply.body());
    }

    private static String sender(Context request) {
        String sent = request.header("X-Vigie-Sender");
        return sent == null ? "fhir" : sent.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the bed of a request, for senders whose resources name none. */
    private static String bed(Context request) {
        String query = request.queryParam("bed");
        String header = request.header("X-Vigie-Bed");
        return query != null ? query : header != null ? header : "";
    }

    static void refuse(HttpResponseException refusal, Context request) {
        String code = switch (refusal.getStatus()) {
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 413 -> "too-long";
            default -> "processing";
        };
        fail(request.status(refusal.getStatus()), code, refusal.getMessage());
    }

    static void fail(Context request, String code, String what) {
        answer(request, OperationOutcome.error(code, what).json());
    }

    static void answer(Context request, ObjectNode resource) {
        request.contentType(FHIR_JSON + "; charset=utf-8").result(resource.toString());
    }
}
