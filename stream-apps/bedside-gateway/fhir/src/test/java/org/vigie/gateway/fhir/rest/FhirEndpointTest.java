package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.terminology.CodeMap;

class FhirEndpointTest {
    private static final String TOKEN = "a-token-of-the-ward";
    private static final Instant AT = Instant.parse("2026-03-05T08:00:00Z");
    private static final Path CORPUS = Path.of("src/test/resources/org/vigie/gateway/fhir/corpus");

    private final CapturingIntake intake = new CapturingIntake();
    private final FhirEndpoint endpoint = FhirEndpoint.start(
            new FhirEndpointConfig("127.0.0.1", 0, List.of(), Optional.of(TOKEN), 64 << 10, "UTC"),
            CodeMap::standard,
            intake,
            new FakeWardSnapshot(),
            () -> "vigie_gateway_readings_total 7\n");
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    /** Acts as a broker that accepts everything or nothing. */
    private static final class CapturingIntake implements MessageIntake {
        private final List<IntakeDelivery> deliveries = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private final List<RefusedMessage> refusals = new ArrayList<>();
        private boolean isDown;

        @Override
        public void take(IntakeDelivery delivery) throws IOException {
            if (isDown) {
                throw new IOException("not acknowledged");
            }
            deliveries.add(delivery);
        }

        @Override
        public void refuse(RefusedMessage refusal) {
            refused.add(refusal.why());
            refusals.add(refusal);
        }

        @Override
        public String bedOf(String number) {
            return number.equals("p-17") ? "REA/05" : "";
        }
    }

    private static final class FakeWardSnapshot implements WardSnapshot {
        @Override
        public Collection<Alert> alerts() {
            return List.of(Alert.newBuilder()
                    .setAlert("alert-1")
                    .setStay("stay-1")
                    .setBed("REA/05")
                    .setRule("spo2-low")
                    .setRuleVersion("1")
                    .setKind(AlertKind.PHYSIOLOGICAL)
                    .setPriority(AlarmPriorityRecord.HIGH)
                    .setState(AlertStateRecord.RAISED)
                    .setOnset(AT)
                    .setRaisedAt(AT)
                    .setMessageFr("SpO2 basse")
                    .setMessageEn("SpO2 low")
                    .setConditionDelayMs(0)
                    .setCausePublishedAt(AT)
                    .setCauses(List.of())
                    .build());
        }

        @Override
        public Collection<TriageAssessmentRecord> triage() {
            return List.of(TriageAssessmentRecord.newBuilder()
                    .setStay("stay-1")
                    .setBed("REA/05")
                    .setAt(AT)
                    .setLevel(TriageLevelRecord.TRI_2)
                    .setNews2Low(5)
                    .setNews2High(9)
                    .setMissing(List.of("temp"))
                    .setReasonsFr(List.of("a"))
                    .setReasonsEn(List.of("b"))
                    .setRuleVersion("1")
                    .build());
        }

        @Override
        public Collection<RiskScore> scores() {
            return List.of(RiskScore.newBuilder()
                    .setStay("stay-1")
                    .setBed("REA/05")
                    .setWindowEnd(AT)
                    .setScoredAt(AT)
                    .setStatus(ScoreStatus.UNAVAILABLE)
                    .setReason("model server is down")
                    .setModel("survival")
                    .setModelVersion("1")
                    .setModelDigest("")
                    .setWindowDigest("")
                    .setWindowRevision(0)
                    .setHoursSeen(3)
                    .setImputedShare(0.5)
                    .setLatencyMs(0)
                    .build());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> post(String path, String file) throws IOException, InterruptedException {
        return send(to(path).POST(BodyPublishers.ofFile(CORPUS.resolve(file))));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

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
                 "valueQuantity":{"value":80,"unit":"bpm"}}""";

        // when
        HttpResponse<String> response = send(to("/fhir/Observation?bed=REA/01").POST(BodyPublishers.ofString(body)));

        // then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body())
                .contains("Observation.subject", "Observation.effective", "Observation.valueQuantity", "\"warning\"");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resourceType\":                                                  | MALFORMED_MESSAGE",
                "{\"resourceType\":\"Patient\",\"id\":\"7\"}                         | REFUSED_MESSAGE",
                "{\"resourceType\":\"Observation\",\"status\":\"final\"}             | REFUSED_MESSAGE",
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"effectiveDateTime\":\"2026-03-05T08:00:00Z\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8867-4\"}]},\"valueQuantity\":{\"value\":88,\"code\":\"/min\",\"system\":\"http://unitsofmeasure.org\"}} | NO_BED",
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
