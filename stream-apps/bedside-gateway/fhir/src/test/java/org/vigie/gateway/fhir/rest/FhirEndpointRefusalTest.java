package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.QuarantineReason;
import org.vigie.terminology.CodeMap;

/** Tests which requests are refused, and what becomes of their bodies. */
class FhirEndpointRefusalTest extends FhirEndpointInUse {
    @Test
    void aForeignPageSendsNoObservation() throws Exception {
        for (String header : List.of("Origin", "Referer")) {
            // when
            HttpResponse<String> response = send(to("/fhir/Observation")
                    .header(header, "http://evil.example/")
                    .POST(BodyPublishers.ofFile(CORPUS.resolve("01-heart-rate.json"))));
            // then
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(json(response).at("/issue/0/code").asText()).isEqualTo("forbidden");
        }
        assertThat(intake.deliveries).isEmpty();
    }

    @Test
    void withoutAnAcknowledgementOfTheBrokerTheSenderMustSendAgain() throws Exception {
        // given
        intake.isDown = true;
        // when
        HttpResponse<String> response = post("/fhir/Observation", "01-heart-rate.json");
        // then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(response).at("/issue/0/code").asText()).isEqualTo("transient");
    }

    @Test
    void anObservationOfNoBedIsRefused() throws Exception {
        // when
        HttpResponse<String> response = post("/fhir/Observation", "51-subject-is-a-device.json");

        // then
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("nothing says on which bed");
        assertThat(intake.deliveries).isEmpty();
    }

    @Test
    void whatIsNoFhirIsRefused() throws Exception {
        assertThat(post("/fhir/Observation", "43-not-json.json").statusCode()).isEqualTo(400);
        assertThat(post("/fhir/Patient", "01-heart-rate.json").statusCode()).isEqualTo(400);
        assertThat(send(to("/fhir/Observation").POST(BodyPublishers.ofByteArray(new byte[70 << 10])))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void withoutItsTokenNothingIsTakenOrGiven() throws Exception {
        // given
        var bare = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/fhir/Flag"));

        // when
        HttpResponse<String> response = send(bare);

        // then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).get("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resourceType\":                                                  | MALFORMED_MESSAGE",
                "{\"resourceType\":\"Patient\",\"id\":\"7\"}                         | REFUSED_MESSAGE",
                "{\"resourceType\":\"Observation\",\"status\":\"final\"}             | REFUSED_MESSAGE",
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"effectiveDateTime\":\"2026-03-05T08:00:00Z\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8867-4\"}]},\"valueQuantity\":{\"value\":88,\"code\":\"/min\",\"system\":\"http://unitsofmeasure.org\"}}"
                        + " | NO_BED",
            })
    void aRefusedBodyGoesToQuarantineWithItsOwnReason(String body, QuarantineReason reason) {
        // given
        var handler = new FhirPostHandler(() -> new FhirReader(CodeMap.standard(), ZoneOffset.UTC, intake), intake);

        // when
        FhirReply reply = handler.take(new FhirSubmission(
                "Observation", Optional.empty(), body.getBytes(StandardCharsets.UTF_8), "pump-7", ""));

        // then
        assertThat(reply.status()).isIn(400, 422);
        assertThat(intake.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.protocol()).isEqualTo(IntakeProtocol.FHIR))
                .satisfies(refusal -> assertThat(refusal.sender()).isEqualTo("pump-7"))
                .extracting(RefusedMessage::reason)
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"7, 8, 400", "7, 7, 201", "7, '', 201"})
    void aPutWhoseBodyHasAnotherIdThanTheAddressIsRefused(String address, String sent, int status) {
        // given
        var handler = new FhirPostHandler(() -> new FhirReader(CodeMap.standard(), ZoneOffset.UTC, intake), intake);
        String id = sent.isEmpty() ? "" : "\"id\":\"" + sent + "\",";
        String body = "{\"resourceType\":\"Observation\"," + id + "\"status\":\"final\","
                + "\"effectiveDateTime\":\"2026-03-05T08:00:00Z\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\","
                + "\"code\":\"8867-4\"}]},\"valueQuantity\":{\"value\":88,\"code\":\"/min\","
                + "\"system\":\"http://unitsofmeasure.org\"}}";
        // when
        FhirReply reply = handler.take(new FhirSubmission(
                "Observation", Optional.of(address), body.getBytes(StandardCharsets.UTF_8), "pump-7", "REA/01"));
        // then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(intake.refusals).hasSize(status == 400 ? 1 : 0);
    }
}
