package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;

class FhirEndpointTest extends FhirEndpointInUse {
    @Test
    void anObservationIsAcknowledgedWhenTheBrokerHasIt() throws Exception {
        // when
        HttpResponse<String> response = post("/fhir/Observation", "01-heart-rate.json");
        // then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(json(response).at("/issue/0/severity").asText()).isEqualTo("information");
        assertThat(intake.deliveries)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.observations())
                        .extracting(MeasuredValue::bed, MeasuredValue::variable, MeasuredValue::value)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("REA/05", "hr", 88.0)));
    }

    @Test
    void aPutReplacesTheObservationWithTheIdOfItsAddress() throws Exception {
        // when
        HttpResponse<String> response =
                send(to("/fhir/Observation/hr").PUT(BodyPublishers.ofFile(CORPUS.resolve("01-heart-rate.json"))));
        HttpResponse<String> other = send(to("/fhir/Patient/7").PUT(BodyPublishers.ofString("{}")));
        // then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(intake.deliveries)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.observations()).allSatisfy(measured -> {
                    assertThat(measured.statement().names()).contains("id|hr");
                    assertThat(measured.statement().replaces()).isTrue();
                }));
        assertThat(other.statusCode()).isIn(404, 405);
    }

    @Test
    void aPutOfAnInfusionKeepsItsStartItsEndAndItsStateApart() throws Exception {
        // given
        String running = """
                {"resourceType":"MedicationAdministration","id":"inf-1","status":"in-progress",
                 "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"C01CA03"}]},
                 "subject":{"reference":"Patient/p-17"},"effectivePeriod":{"start":"2026-03-05T08:00:00Z"},
                 "dosage":{"rateQuantity":{"value":0.3,"unit":"ug/kg/min","system":"http://unitsofmeasure.org","code":"ug/kg/min"}}}
                """;
        String ended = running.replace("in-progress", "completed")
                .replace("08:00:00Z", "08:00:00Z\",\"end\":\"2026-03-05T09:00:00Z");

        // when
        send(to("/fhir").POST(BodyPublishers.ofString(put(running))));
        send(to("/fhir").POST(BodyPublishers.ofString(put(ended))));

        // then
        assertThat(intake.deliveries)
                .allSatisfy(delivery -> assertThat(delivery.readings())
                        .isEqualTo(delivery.observations().stream()
                                .mapToInt(MeasuredValue::readings)
                                .sum()))
                .flatExtracting(IntakeDelivery::observations)
                .extracting(one -> one.statement().keys() + " "
                        + one.statement().kind() + " " + one.statement().replaces())
                .containsExactly(
                        "[id|inf-1] RATE true",
                        "[id|inf-1|end] STATE false",
                        "[id|inf-1] RATE true",
                        "[id|inf-1|end] RATE true");
    }

    private static String put(String resource) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + resource
                + ",\"request\":{\"method\":\"PUT\",\"url\":\"MedicationAdministration/inf-1\"}}]}";
    }

    @Test
    void theSameRequestSentAgainHasTheSameMessageId() throws Exception {
        // when
        post("/fhir/Observation", "01-heart-rate.json");
        post("/fhir/Observation", "01-heart-rate.json");
        // then
        assertThat(intake.deliveries.get(0).messageId())
                .isEqualTo(intake.deliveries.get(1).messageId());
    }

    @Test
    void aTransactionIsTakenWholeOrNotAtAll() throws Exception {
        // when
        HttpResponse<String> response = post("/fhir", "46-transaction-with-one-bad.json");
        // then
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("Bundle.entry[1].resource.status");
        assertThat(intake.refused).containsExactly("Bundle.entry[1].resource.status: required");
        assertThat(intake.deliveries).isEmpty();
    }

    @Test
    void aBatchIsAnsweredEntryByEntry() throws Exception {
        // when
        HttpResponse<String> response = post("/fhir", "20-integer-and-text.json");
        // then
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode entries = json(response).get("entry");
        assertThat(json(response).get("type").asText()).isEqualTo("batch-response");
        assertThat(entries).hasSize(7);
        assertThat(entries.at("/0/response/status").asText()).isEqualTo("201");
        assertThat(entries.at("/5/response/status").asText()).isEqualTo("422");
        assertThat(intake.deliveries.get(0).observations()).hasSize(2);
    }

    @Test
    void whatIsLeftOutIsReportedWithItsPath() throws Exception {
        // when
        HttpResponse<String> response = post("/fhir/Observation?bed=REA/01", "04-pulse-oximetry-with-oxygen.json");

        // then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).contains("left out: unmapped code", "Observation.component[0].valueQuantity");
        assertThat(intake.deliveries.get(0).observations())
                .extracting(MeasuredValue::bed)
                .containsOnly("REA/01");
    }

    @Test
    void whatTheVitalSignsProfileAsksIsAWarning() throws Exception {
        // given
        String body = """
            {"resourceType":"Observation","status":"final","category":[{"coding":[{"code":"vital-signs"}]}],
             "code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},"effectiveInstant":"2026-03-05T08:00:00Z",
             "valueQuantity":{"value":80,"unit":"bpm"}}\
            """;

        // when
        HttpResponse<String> response = send(to("/fhir/Observation?bed=REA/01").POST(BodyPublishers.ofString(body)));

        // then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body())
                .contains("Observation.subject", "Observation.effective", "Observation.valueQuantity", "\"warning\"");
    }

    @Test
    void xmlIsTakenToo() throws Exception {
        assertThat(post("/fhir/Observation?bed=REA/01", "32-blood-pressure.xml").statusCode())
                .isEqualTo(201);
    }

    @Test
    void alertsTriageAndScoresAreGivenAsFhir() throws Exception {
        // when
        JsonNode issues = json(send(to("/fhir/DetectedIssue?patient=stay-1")));

        // then
        assertThat(issues.at("/entry/0/resource/severity").asText()).isEqualTo("high");
        assertThat(json(send(to("/fhir/DetectedIssue/alert-1"))).get("status").asText())
                .isEqualTo("preliminary");
        assertThat(json(send(to("/fhir/Flag")))
                        .at("/entry/0/resource/code/coding/0/code")
                        .asText())
                .isEqualTo("TRI_2");
        assertThat(json(send(to("/fhir/Flag?patient=another"))).get("total").asInt())
                .isZero();
    }

    @Test
    void aScoreThatIsNotThereIsNeverZero() throws Exception {
        // given
        JsonNode scores = json(send(to("/fhir/Observation")));
        JsonNode early = scores.at("/entry/0/resource");

        // when
        JsonNode risk = scores.at("/entry/1/resource");

        // then
        assertThat(early.at("/valueRange/low/value").asInt()).isEqualTo(5);
        assertThat(early.at("/valueRange/high/value").asInt()).isEqualTo(9);
        assertThat(risk.has("valueQuantity")).isFalse();
        assertThat(risk.at("/dataAbsentReason/text").asText()).isEqualTo("model server is down");
        assertThat(risk.at("/note/0/text").asText()).contains("Not for diagnosis");
    }

    @Test
    void theCapabilityStatementNeedsNoToken() throws Exception {
        // given
        var bare = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/fhir/metadata"));

        // when, then
        assertThat(json(send(bare)).get("fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(send(to("/fhir/Medication")).statusCode()).isEqualTo(404);
    }

    @Test
    void everyAnswerIsFhirToAStrictReader() throws Exception {
        // when
        var strict = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        // then
        for (String path : List.of("metadata", "DetectedIssue", "Flag", "Observation", "Medication")) {
            String answer = send(to("/fhir/" + path)).body();
            assertThat(strict.parseResource(answer).fhirType()).as(path).isNotBlank();
        }
        // when
        String batch = post("/fhir", "20-integer-and-text.json").body();
        // then
        assertThat(strict.parseResource(batch).fhirType()).isEqualTo("Bundle");
    }
}
