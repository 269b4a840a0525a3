package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.vigie.access.AuditedAccess;
import org.vigie.access.server.ProgramAccess;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.terminology.CodeMap;

/** Sends requests to an endpoint whose broker accepts everything or nothing. */
abstract class FhirEndpointInUse {
    static final String TOKEN = "a-token-of-the-ward";

    static final Instant AT = Instant.parse("2026-03-05T08:00:00Z");

    static final Path CORPUS = Path.of("src/test/resources/org/vigie/gateway/fhir/corpus");

    final CapturingIntake intake = new CapturingIntake();

    final List<AuditedAccess> audit = new ArrayList<>();

    final FhirEndpointConfig config = new FhirEndpointConfig(
            "127.0.0.1", 0, List.of(), Optional.of(TOKEN), Path.of("target", "access", "tokens"), 64 << 10, "UTC");

    final FhirEndpoint endpoint = FhirEndpoint.start(
            config,
            new ProgramAccess(config.access(), audit::add, InstantSource.system()),
            CodeMap::standard,
            intake,
            new FakeWardSnapshot(),
            () -> "vigie_gateway_readings_total 7\n");

    final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    /** Acts as a broker that accepts everything or nothing. */
    static final class CapturingIntake implements MessageIntake {
        final List<IntakeDelivery> deliveries = new ArrayList<>();
        final List<String> refused = new ArrayList<>();
        final List<RefusedMessage> refusals = new ArrayList<>();
        boolean isDown;

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
        public String bedOf(String number, Instant at) {
            return number.equals("p-17") ? "REA/05" : "";
        }

        @Override
        public boolean hasPatient(String number) {
            return number.equals("p-17");
        }
    }

    static final class FakeWardSnapshot implements WardSnapshot {
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

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> post(String path, String file) throws IOException, InterruptedException {
        return send(to(path).POST(BodyPublishers.ofFile(CORPUS.resolve(file))));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }
}
