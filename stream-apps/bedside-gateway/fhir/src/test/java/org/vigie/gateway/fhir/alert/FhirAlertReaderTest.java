package org.vigie.gateway.fhir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MessageOutcome;

/** Tests what becomes of alarms in FHIR: DeviceAlert, DetectedIssue, Flag, and an Observation with an event of ISO 11073. */
class FhirAlertReaderTest {
    private static final String HIGH =
            "\"code\":{\"coding\":[{\"system\":\"urn:iso:std:iso:11073:10101\",\"code\":\"196648\",\"display\":\"MDC_EVT_HI\"}]}";
    private static final String ALERT = "{\"resourceType\":\"DeviceAlert\",\"id\":\"al1\",\"status\":\"in-progress\","
            + HIGH + ",\"subject\":{\"reference\":\"Patient/p-17\"},\"occurrenceDateTime\":\"2026-03-05T08:15:00Z\"}";

    @ParameterizedTest
    @CsvSource({
        "true, active, ''",
        "on, active, ''",
        "latched, latched, ''",
        "off, inactive, end",
        "false, inactive, end",
        "anything, inactive, end",
    })
    void thePresenceSaysWhetherTheAlarmIsThere(String presence, String state, String phase) {
        // when
        BedsideAlert alert = alert(with("\"presence\":\"" + presence + "\""));

        // then
        assertThat(alert.state()).isEqualTo(state);
        assertThat(alert.phase()).isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({
        "in-progress, active",
        "preliminary, active",
        "inactive, inactive",
        "completed, inactive",
        "cancelled, inactive",
        "mitigated, inactive",
    })
    void withoutAPresenceTheStatusSaysIt(String status, String state) {
        assertThat(alert(ALERT.replace("in-progress", status)).state()).isEqualTo(state);
    }

    @Test
    void anAlarmWithTheTimeOfItsMessageIsNoNewOne() {
        assertThat(alert(ALERT).phase()).isEmpty();
        assertThat(alert(ALERT).state()).isEqualTo("active");
    }

    @Test
    void theStartOfItsPeriodIsTheTimeOfAnAlarmWhateverTheInstantThatIsSentBesideIt() {
        // when
        BedsideAlert alert = alert(with("\"identifiedPeriod\":{\"start\":\"2026-03-05T08:10:00Z\"}"));

        // then
        assertThat(alert.phase()).isEqualTo("start");
        assertThat(alert.time()).hasValueSatisfying(at -> assertThat(at).isEqualTo("2026-03-05T08:10:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"occurrencePeriod", "identifiedPeriod", "period", "effectivePeriod"})
    void anAlarmWhosePeriodHasAnEndIsOver(String period) {
        // given
        String times = "\"" + period + "\":{\"start\":\"2026-03-05T08:15:00Z\"%s}";
        String open = ALERT.replace("\"occurrenceDateTime\":\"2026-03-05T08:15:00Z\"", times.formatted(""));
        String ended = ALERT.replace(
                "\"occurrenceDateTime\":\"2026-03-05T08:15:00Z\"",
                times.formatted(",\"end\":\"2026-03-05T08:20:00Z\""));

        // when, then
        assertThat(alert(open).phase()).isEqualTo("start");
        assertThat(alert(ended).phase()).isEqualTo("end");
    }

    @ParameterizedTest
    @CsvSource({
        "high, PH",
        "H, PH",
        "PH, PH",
        "medium, PM",
        "moderate, PM",
        "m, PM",
        "low, PL",
        "pl, PL",
        "info, PI",
        "informational, PI",
        "information, PI",
        "none, PN",
        "urgent, ''",
        "'', ''",
    })
    void thePriorityIsThatOfPcd04(String sent, String priority) {
        assertThat(alert(with("\"priority\":{\"coding\":[{\"system\":\"x\",\"code\":\"" + sent + "\"}]}"))
                        .priority())
                .isEqualTo(priority);
        assertThat(alert(with("\"severity\":\"" + sent + "\"")).priority()).isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource({
        "physiological, SP",
        "SP, SP",
        "phy, SP",
        "technical, ST",
        "st, ST",
        "tec, ST",
        "advisory, SA",
        "sa, SA",
        "other, ''",
    })
    void theTypeIsThatOfPcd04(String sent, String type) {
        assertThat(alert(with("\"type\":{\"coding\":[{\"code\":\"" + sent + "\"}]}"))
                        .type())
                .isEqualTo(type);
        assertThat(alert(with("\"category\":[{\"coding\":[{\"code\":\"" + sent + "\"}]}]"))
                        .type())
                .isEqualTo(type);
    }

    @Test
    void theLabelIsTheTextElseTheNameOfTheCode() {
        assertThat(alert(with("\"label\":\"SpO2 LOW\"")).text()).isEqualTo("SpO2 LOW");
        assertThat(alert(ALERT).text()).isEqualTo("MDC_EVT_HI");
    }

    @Test
    void anAlarmHasItsIdentifierItsPatientAndItsTime() {
        // when
        BedsideAlert alert = alert(with("\"identifier\":[{\"system\":\"urn:mon\",\"value\":\"a-7\"}]"));

        // then
        assertThat(alert.id()).contains("a-7");
        assertThat(alert.patient()).isEqualTo("p-17");
        assertThat(alert.time()).hasValueSatisfying(at -> assertThat(at).isEqualTo("2026-03-05T08:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"presence\":\"true\",", "\"identifiedPeriod\":{\"start\":\"2026-03-05T08:10:00Z\"},"})
    void anAlarmThatWasEnteredInErrorIsOver(String element) {
        // when
        BedsideAlert alert =
                alert(ALERT.replace("\"status\":\"in-progress\"", element + "\"status\":\"entered-in-error\""));

        // then
        assertThat(alert.id()).isEqualTo(alert(ALERT).id());
        assertThat(alert.phase()).isEqualTo("end");
        assertThat(alert.state()).isEqualTo("inactive");
    }

    @Test
    void anEventAsTheValueOfAnObservationNamesItsSource() {
        // given
        String event = """
            {"resourceType":"Observation","status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
             "effectiveDateTime":"2026-03-05T08:15:00Z",
             "valueCodeableConcept":{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"196648","display":"MDC_EVT_HI"}]}}\
            """;

        // when
        BedsideAlert alert = alert(event);

        // then
        assertThat(alert.source()).contains("8867-4");
        assertThat(alert.code()).contains("196648");
    }

    @Test
    void aTestIsMarkedAsOne() {
        assertThat(alert(with("\"meta\":{\"security\":[{\"code\":\"HTEST\"}]}")).test())
                .isTrue();
        assertThat(alert(ALERT).test()).isFalse();
    }

    @Test
    void anAlarmInABasicResourceIsRead() {
        // given
        String basic = "{\"resourceType\":\"Basic\",\"code\":{\"coding\":[{\"code\":\"DeviceAlert\"}]},"
                + "\"subject\":{\"reference\":\"Patient/p-17\"}}";

        // when, then
        assertThat(read(basic).alerts()).extracting(BedsideAlert::patient).containsExactly("p-17");
        assertThat(read(basic.replace("DeviceAlert", "referral")).alerts()).isEmpty();
    }

    private static String with(String element) {
        return ALERT.replace("\"status\"", element + ",\"status\"");
    }

    private static BedsideAlert alert(String text) {
        assertThat(read(text).alerts()).as(text).hasSize(1);
        return read(text).alerts().get(0);
    }

    private static MessageOutcome read(String text) {
        return FhirCorpus.READER.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
