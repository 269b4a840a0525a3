package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.terminology.DropReason;

/** Tests that duplicates, absent values and modifying elements give no value and a reason. */
class StructureTest {
    private static final String CODE = "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8867-4\"}]}";
    private static final String TIME = "\"effectiveDateTime\":\"2026-06-10T12:00:00Z\"";
    private static final String VALUE = "\"valueQuantity\":{\"value\":72,\"code\":\"/min\"}";
    private static final String OBSERVATION = "{\"resourceType\":\"Observation\",\"status\":\"final\"," + CODE + ","
            + TIME + ",\"subject\":{\"reference\":\"Patient/p-31\"}," + VALUE + "}";
    private static final String ABSENT =
            "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"error\"}]";
    private static final String XML = """
            <Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><coding><system value="http://loinc.org"/><code value="8867-4"/>
            </coding></code><subject><reference value="Patient/p-31"/></subject><effectiveDateTime value="2026-06-10T12:00:00Z"/>
            <valueQuantity><value value="72"/><code value="/min"/></valueQuantity></Observation>""";

    private static MessageOutcome read(String text) {
        return FhirCorpus.READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void isRefused(String text, String path) {
        MessageOutcome outcome = read(text);
        assertThat(outcome.ack()).isEqualTo("422");
        assertThat(outcome.error()).contains(path);
        assertThat(outcome.observations()).isEmpty();
    }

    private static void isLeftOut(String text, DropReason... reasons) {
        MessageOutcome outcome = read(text);
        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsExactly(reasons);
    }

    private static String with(String element) {
        return OBSERVATION.replace("\"status\"", element + ",\"status\"");
    }

    @Test
    void theObservationsThemselvesAreRead() {
        assertThat(read(OBSERVATION).observations())
                .extracting(MeasuredValue::value)
                .containsExactly(72.0);
        assertThat(read(XML).observations()).extracting(MeasuredValue::value).containsExactly(72.0);
        assertThat(read(OBSERVATION.replace("\"code\":\"/min\"", "\"code\":\"/min\",\"_unit\":{" + ABSENT + "}"))
                        .observations())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"final\"~[\"final\",\"entered-in-error\"]~Observation.status",
                "\"final\"~[\"final\"]~Observation.status",
                "\"value\":72~\"value\":[72,180]~Observation.valueQuantity.value",
                "{\"value\":72,\"code\":\"/min\"}~[{\"value\":72,\"code\":\"/min\"},{\"value\":180,\"code\":\"/min\"}]~Observation.valueQuantity",
                "{\"reference\":\"Patient/p-31\"}~[{\"reference\":\"Patient/p-31\"},{\"reference\":\"Patient/77\"}]~Observation.subject",
                "\"Patient/p-31\"~[\"Patient/p-31\",\"Patient/77\"]~Observation.subject.reference",
                "\"valueQuantity\"~\"valueInteger\":180,\"valueQuantity\"~Observation.value[x]",
                "\"status\"~\"effectiveInstant\":\"2026-06-10T11:00:00Z\",\"status\"~Observation.effective[x]",
                "\"status\"~\"encounter\":[{\"reference\":\"Encounter/1\"},{\"reference\":\"Encounter/2\"}],\"status\"~Observation.encounter",
                "\"code\":\"8867-4\"~\"code\":[\"8867-4\",\"9279-1\"]~Observation.code.coding[0].code",
                "\"status\"~\"component\":[{\"code\":{\"text\":\"x\"},\"valueInteger\":[1,2]}],\"status\"~Observation.component[0].valueInteger"
            })
    void whatMayStandOnceAndStandsTwiceRefuses(String what, String with, String path) {
        isRefused(OBSERVATION.replace(what, with), path);
    }

    @ParameterizedTest
    @CsvSource({
        "<valueQuantity>,<valueQuantity><value value='180'/><code value='/min'/></valueQuantity>,Observation.valueQuantity",
        "<value value,<value value='180'/>,Observation.valueQuantity.value",
        "<subject>,<subject><reference value='Patient/77'/></subject>,Observation.subject",
        "<code>,<code><text value='x'/></code>,Observation.code",
        "<status,<status value='final'/>,Observation.status",
        "<valueQuantity>,<valueInteger value='180'/>,Observation.value[x]"
    })
    void whatStandsTwiceInXmlRefuses(String before, String second, String path) {
        isRefused(XML.replaceFirst(before, second + before), path);
    }

    @Test
    void anEntryWithTwoResourcesRefuses() {
        // given
        String resource = "<resource>" + XML.replace(" xmlns=\"http://hl7.org/fhir\"", "") + "</resource>";
        // when, then
        isRefused(
                "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"batch\"/><entry>" + resource + resource
                        + "</entry></Bundle>",
                "Bundle.entry.resource");
    }

    @Test
    void aReasonForAbsenceCountsWhateverStandsBesideIt() {
        // when, then
        for (String absentValue : new String[] {
            OBSERVATION.replace("\"value\":72", "\"value\":72,\"_value\":{" + ABSENT + "}"),
            OBSERVATION.replace("\"value\":72", "\"value\":72," + ABSENT),
            with("\"_valueQuantity\":{" + ABSENT + "}"),
            with(ABSENT),
            OBSERVATION.replace(VALUE, "\"valueInteger\":72,\"_valueInteger\":{" + ABSENT + "}"),
            OBSERVATION.replace(
                    VALUE,
                    "\"component\":[{" + CODE + "," + VALUE.replace("\"value\":72", "\"value\":72," + ABSENT) + "}]"),
            OBSERVATION.replace(VALUE, "\"component\":[{" + CODE + "," + VALUE + "," + ABSENT + "}]")
        }) {
            isLeftOut(absentValue, DropReason.NO_RESULT);
        }
        // when
        String extension =
                "<extension url='http://hl7.org/fhir/StructureDefinition/data-absent-reason'><valueCode value='error'/></extension>";
        // then
        isLeftOut(
                XML.replace("<value value=\"72\"/>", "<value value='72'>" + extension + "</value>"),
                DropReason.NO_RESULT);
        isLeftOut(XML.replace("<valueQuantity>", "<valueQuantity>" + extension), DropReason.NO_RESULT);
        isLeftOut(
                XML.replaceFirst(
                        "(?s)<valueQuantity>.*</valueQuantity>",
                        "<valueInteger value='72'>" + extension + "</valueInteger>"),
                DropReason.NO_RESULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-10T12:00:60Z", "2026-02-30", "yesterday", "2026-06-10T25:00:00Z", "", "2026-06"})
    void aTimeThatCannotBeReadGivesWayToNoOther(String time) {
        // when
        String member = OBSERVATION.replace("2026-06-10T12:00:00Z", time);
        // then
        isLeftOut(
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"fullUrl\":\"urn:uuid:1\",\"resource\":"
                        + member
                        + "},{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\"," + CODE + "," + TIME
                        + ",\"hasMember\":[{\"reference\":\"urn:uuid:1\"}]}}]}",
                DropReason.NO_TIME);
        isLeftOut(
                member.replace(
                        "\"status\"",
                        "\"contained\":[{\"resourceType\":\"Specimen\",\"id\":\"s\",\"collection\":{\"collectedDateTime\":\"2026-06-10T12:00:00Z\"}}],"
                                + "\"specimen\":{\"reference\":\"#s\"},\"status\""),
                DropReason.NO_TIME);
        isLeftOut(XML.replace("2026-06-10T12:00:00Z", time), DropReason.NO_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-10T12:00:00+14:15",
                "2026-06-10T12:00:00-12:15",
                "2026-06-10T12:00:00+02:07",
                "1899-12-31T12:00:00Z",
                "0026-06-10",
                "1899-06-10T12:00:00"
            })
    void anOffsetOrAYearThatIsNotInUseIsNoTime(String time) {
        isLeftOut(OBSERVATION.replace("2026-06-10T12:00:00Z", time), DropReason.NO_TIME);
    }

    @Test
    void aValueWithAFocusBelongsToAnotherPerson() {
        isLeftOut(with("\"focus\":[{\"reference\":\"Patient/child\"}]"), DropReason.OTHER_PATIENT);
        isLeftOut(
                with("\"focus\":[{\"reference\":\"Device/1\"}]").replace("final", "cancelled"),
                DropReason.OTHER_PATIENT);
        isLeftOut(
                XML.replace("<effective", "<focus><reference value='Patient/child'/></focus><effective"),
                DropReason.OTHER_PATIENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"status\"~\"modifierExtension\":[{\"url\":\"urn:not\",\"valueBoolean\":true}],\"status\"~Observation.modifierExtension",
                "\"status\"~\"implicitRules\":\"urn:rules\",\"status\"~Observation.implicitRules",
                "\"status\"~\"component\":[{\"modifierExtension\":[{\"url\":\"urn:not\"}],\"code\":{\"text\":\"x\"}}],\"status\"~component[0].modifierExtension"
            })
    void whatChangesTheMeaningUnknownToUsRefuses(String what, String with, String path) {
        isRefused(OBSERVATION.replace(what, with), path);
    }

    @Test
    void whatChangesTheMeaningRefusesInXmlToo() {
        isRefused(
                XML.replace(
                        "<status",
                        "<modifierExtension url='urn:not'><valueBoolean value='true'/></modifierExtension><status"),
                "Observation.modifierExtension");
        isRefused(XML.replace("<status", "<implicitRules value='urn:rules'/><status"), "Observation.implicitRules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "GET", "HEAD", "PATCH", "delete"})
    void aRequestToReadOrDeleteBringsNoValue(String method) {
        isLeftOut(
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":" + OBSERVATION
                        + ",\"request\":{\"method\":\"" + method + "\",\"url\":\"Observation/1\"}}]}",
                DropReason.OTHER_MESSAGE);
        isLeftOut(
                "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"batch\"/><entry><resource>" + XML
                        + "</resource><request><method value=\"" + method + "\"/></request></entry></Bundle>",
                DropReason.OTHER_MESSAGE);
    }

    private static String series(String words) {
        return OBSERVATION.replace(VALUE, "\"valueSampledData\":{" + words + ",\"dimensions\":1,\"data\":\"70 71\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"origin\":{\"value\":0,\"code\":\"/min\"},\"period\":1000,\"factor\":\"two\"",
                "\"origin\":{\"value\":\"zero\",\"code\":\"/min\"},\"period\":1000",
                "\"origin\":{\"code\":\"/min\"},\"period\":1000",
                "\"period\":1000,\"factor\":1"
            })
    void aFactorOrOriginThatIsNoNumberIsNeverOneOrZero(String words) {
        isLeftOut(series(words), DropReason.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"1000000,us,1", "1000,ms,1", "2,s,2", "1,min,60", "1,h,3600"})
    void anIntervalHasItsUnit(String interval, String unit, long seconds) {
        assertThat(read(series("\"origin\":{\"value\":0,\"code\":\"/min\"},\"interval\":" + interval
                                + ",\"intervalUnit\":\"" + unit + "\""))
                        .observations())
                .extracting(measured -> measured.time().getEpochSecond() % 86_400 - 43_200)
                .containsExactly(0L, seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"interval\":1",
                "\"interval\":1,\"intervalUnit\":\"fortnight\"",
                "\"interval\":1,\"intervalUnit\":\"S\"",
                "\"interval\":1,\"intervalUnit\":\"s\",\"period\":1000",
                "\"period\":\"long\""
            })
    void anIntervalWithoutAUnitThatIsKnownIsNoTime(String interval) {
        // when
        MessageOutcome outcome = read(series("\"origin\":{\"value\":0,\"code\":\"/min\"}," + interval));

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsOnly(DropReason.NO_TIME);
    }

    @Test
    void digitsOfAnotherScriptAreNoNumber() {
        isLeftOut(OBSERVATION.replace(VALUE, "\"valueString\":\"\u0667\u0662\""), DropReason.TEXT);
        isLeftOut(OBSERVATION.replace(":72", ":\"\uff17\uff12\""), DropReason.NOT_A_NUMBER);
    }

    @Test
    void pulseOximetryByItsCodeAloneIsThePulseOximeters() {
        // given
        String method = "\"method\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"%s\"}]}";
        String saturation = OBSERVATION.replace("8867-4", "2708-6").replace("/min", "%");

        // when, then
        for (String[] each : new String[][] {{"252465000", "spo2"}, {"1", "sao2"}}) {
            assertThat(read(saturation.replace("\"status\"", method.formatted(each[0]) + ",\"status\""))
                            .observations())
                    .extracting(MeasuredValue::variable)
                    .containsExactly(each[1]);
        }
    }
}
