package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;

/** Tests that what the ward knows is written as FHIR without a number that it does not know. */
class WardResourceWriterTest {
    private static final Instant AT = Instant.parse("2026-03-05T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"HIGH, high", "MEDIUM, moderate", "LOW, low"})
    void thePriorityOfAnAlarmIsASeverity(AlarmPriorityRecord priority, String severity) {
        // when
        JsonNode issue = WardResourceWriter.issue(alert(AlertStateRecord.RAISED, priority));

        // then
        assertThat(issue.path("severity").asText()).isEqualTo(severity);
        assertThat(issue.path("status").asText()).isEqualTo("preliminary");
        assertThat(issue.at("/identifiedPeriod").has("end")).isFalse();
    }

    @Test
    void anAlarmThatEndedIsFinalAndHasItsEnd() {
        // given
        Alert ended = alert(AlertStateRecord.CLEARED, AlarmPriorityRecord.LOW);
        ended.setClearedAt(AT.plusSeconds(60));

        // when
        JsonNode issue = WardResourceWriter.issue(ended);

        // then
        assertThat(issue.path("status").asText()).isEqualTo("final");
        assertThat(issue.at("/identifiedPeriod/end").asText()).isEqualTo("2026-03-05T08:01:00Z");
    }

    @Test
    void anIdThatFhirDoesNotAllowIsReplacedByItsDigest() {
        // given
        Alert alert = alert(AlertStateRecord.RAISED, AlarmPriorityRecord.HIGH);
        alert.setAlert("stay 1/spo2_low");

        // when, then
        assertThat(WardResourceWriter.issue(alert).path("id").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void aCompleteNews2IsANumber() {
        // when
        JsonNode score = WardResourceWriter.earlyWarning(triage(5, 5, List.of()));

        // then
        assertThat(score.at("/valueQuantity/value").asInt()).isEqualTo(5);
        assertThat(score.has("valueRange")).isFalse();
        assertThat(score.has("note")).isFalse();
    }

    @Test
    void anIncompleteNews2IsARangeThatNamesWhatIsMissing() {
        // when
        JsonNode score = WardResourceWriter.earlyWarning(triage(5, 8, List.of("temp", "consciousness")));

        // then
        assertThat(score.has("valueQuantity")).isFalse();
        assertThat(score.at("/valueRange/low/value").asInt()).isEqualTo(5);
        assertThat(score.at("/valueRange/high/value").asInt()).isEqualTo(8);
        assertThat(score.at("/note/0/text").asText()).isEqualTo("incomplete: temp, consciousness");
    }

    @Test
    void aTriageLevelIsAFlagWithItsReasons() {
        // when
        JsonNode flag = WardResourceWriter.flag(triage(5, 5, List.of()));

        // then
        assertThat(flag.at("/code/coding/0/code").asText()).isEqualTo("TRI_2");
        assertThat(flag.at("/code/text").asText()).isEqualTo("NEWS2 5 or more; age");
        assertThat(flag.at("/subject/identifier/value").asText()).isEqualTo("stay-1");
    }

    @Test
    void aScoreIsANumberWithTheNameOfItsModel() {
        // given
        RiskScore scored = risk(ScoreStatus.SCORED, null);
        scored.setProbability(0.25);

        // when
        JsonNode score = WardResourceWriter.risk(scored);

        // then
        assertThat(score.at("/valueQuantity/value").asDouble()).isEqualTo(0.25);
        assertThat(score.at("/note/0/text").asText()).contains("Not for diagnosis", "survival 1");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, model server is down, error, model server is down",
        "UNAVAILABLE, , error, UNAVAILABLE",
        "ABSTAINED, too few values, unknown, too few values",
        "SCORED, , unknown, SCORED",
    })
    void aMissingScoreIsNoNumberAndSaysWhy(ScoreStatus status, String reason, String code, String text) {
        // when
        JsonNode score = WardResourceWriter.risk(risk(status, reason));

        // then
        assertThat(score.has("valueQuantity")).isFalse();
        assertThat(score.at("/dataAbsentReason/coding/0/code").asText()).isEqualTo(code);
        assertThat(score.at("/dataAbsentReason/text").asText()).isEqualTo(text);
    }

    private static Alert alert(AlertStateRecord state, AlarmPriorityRecord priority) {
        return Alert.newBuilder()
                .setAlert("alert-1")
                .setStay("stay-1")
                .setBed("REA/05")
                .setRule("spo2_low")
                .setRuleVersion("1")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(priority)
                .setState(state)
                .setOnset(AT)
                .setRaisedAt(AT)
                .setMessageFr("SpO2 basse")
                .setMessageEn("SpO2 low")
                .setConditionDelayMs(0)
                .setCausePublishedAt(AT)
                .setCauses(List.of())
                .build();
    }

    private static TriageAssessmentRecord triage(int low, int high, List<String> missing) {
        return TriageAssessmentRecord.newBuilder()
                .setStay("stay-1")
                .setBed("REA/05")
                .setAt(AT)
                .setLevel(TriageLevelRecord.TRI_2)
                .setNews2Low(low)
                .setNews2High(high)
                .setMissing(missing)
                .setReasonsFr(List.of("NEWS2 5 ou plus", "âge"))
                .setReasonsEn(List.of("NEWS2 5 or more", "age"))
                .setRuleVersion("1")
                .build();
    }

    private static RiskScore risk(ScoreStatus status, String reason) {
        return RiskScore.newBuilder()
                .setStay("stay-1")
                .setBed("REA/05")
                .setWindowEnd(AT)
                .setScoredAt(AT)
                .setStatus(status)
                .setReason(reason)
                .setModel("survival")
                .setModelVersion("1")
                .setModelDigest("")
                .setWindowDigest("")
                .setWindowRevision(0)
                .setHoursSeen(3)
                .setImputedShare(0.5)
                .setLatencyMs(0)
                .build();
    }
}
