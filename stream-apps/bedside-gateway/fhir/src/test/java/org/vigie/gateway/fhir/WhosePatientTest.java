package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;

/** Tests that a value of another patient or another bed is refused. */
class WhosePatientTest {
    private static final String ENCOUNTER = """
            {"resourceType":"Encounter","id":"e","status":"in-progress","subject":%s,"location":[{"location":{"display":"REA/03"}}]}""";
    private static final String OF_31 = "{\"reference\":\"Patient/p-31\"}";

    private static String observation(String rest) {
        return """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},%s
             "effectiveDateTime":"2026-06-10T12:00:00Z","valueQuantity":{"value":72,"code":"/min"}}""".formatted(rest);
    }

    private static String subject(String reference) {
        return "\"subject\":" + reference + ",";
    }

    private static String entry(String url, String resource) {
        return "{" + (url.isEmpty() ? "" : "\"fullUrl\":\"" + url + "\",") + "\"resource\":" + resource + "}";
    }

    private static String patient(String id, String number) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id
                + "\",\"identifier\":[{\"system\":\"urn:ipp\",\"value\":\"" + number + "\"}]}";
    }

    private static MessageOutcome collection(String... entries) {
        return read(
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + String.join(",", entries) + "]}");
    }

    private static MessageOutcome read(String text) {
        return FhirCorpus.READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void isRefused(MessageOutcome outcome, String path) {
        assertThat(outcome.ack()).isEqualTo("422");
        assertThat(outcome.error()).contains(path);
        assertThat(outcome.observations()).isEmpty();
    }

    private static void isOf(MessageOutcome outcome, String patient) {
        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.observations()).extracting(MeasuredValue::patient).containsExactly(patient);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reference\":\"Patient/77\"}",
                "{\"reference\":\"https://his/fhir/Patient/77\"}",
                "{\"reference\":\"Patient/77\",\"identifier\":{\"value\":\"77\"}}",
                "{\"reference\":\"Patient?identifier=77\"}"
            })
    void theBedOfAnotherPatientsEncounterRefuses(String other) {
        // when
        String sent = patient("77", "77");
        // then
        isRefused(
                collection(
                        entry("", sent),
                        entry("", ENCOUNTER.formatted(other)),
                        entry("", observation(subject(OF_31) + "\"encounter\":{\"reference\":\"Encounter/e\"},"))),
                "Bundle.entry[2].resource.encounter");
    }

    @Test
    void theBedOfTheSamePatientsEncounterIsTaken() {
        // given
        String observed = observation(subject(OF_31) + "\"encounter\":{\"reference\":\"Encounter/e\"},");

        // when, then
        assertThat(collection(entry("", observed), entry("", ENCOUNTER.formatted(OF_31)))
                        .observations())
                .extracting(MeasuredValue::bed)
                .containsExactly("REA/03");
        // a visit's number and a patient's of another system do not exclude each other
        assertThat(collection(
                                entry("", observed),
                                entry(
                                        "",
                                        ENCOUNTER.formatted(
                                                "{\"identifier\":{\"system\":\"urn:nir\",\"value\":\"1\"}}")))
                        .observations())
                .extracting(MeasuredValue::bed)
                .containsExactly("REA/03");
    }

    @Test
    void anotherPatientsDeviceSpecimenOrPanelRefuses() {
        // when, then
        for (String other : new String[] {
            "{\"resourceType\":\"Device\",\"id\":\"d\",\"patient\":{\"reference\":\"Patient/77\"}}",
            "{\"resourceType\":\"Specimen\",\"id\":\"d\",\"subject\":{\"reference\":\"Patient/77\"}}"
        }) {
            String type = other.contains("Device") ? "Device" : "Specimen";
            String name = type.equals("Device") ? "device" : "specimen";
            isRefused(
                    collection(
                            entry(
                                    "",
                                    observation(
                                            subject(OF_31) + "\"" + name + "\":{\"reference\":\"" + type + "/d\"},")),
                            entry("", other)),
                    "Bundle.entry[0].resource." + name);
        }
        isRefused(
                collection(
                        entry("urn:uuid:1", observation(subject(OF_31))),
                        entry(
                                "",
                                observation(subject("{\"reference\":\"Patient/77\"}"))
                                        .replaceFirst(
                                                "\"status\"",
                                                "\"hasMember\":[{\"reference\":\"urn:uuid:1\"}],\"status\""))),
                "Bundle.entry[0].resource.subject");
    }

    @Test
    void anotherPatientsEncounterRefusesInXmlToo() {
        // given
        String xml = """
            <Bundle xmlns="http://hl7.org/fhir"><type value="transaction"/>
            <entry><resource><Encounter><id value="e"/><status value="in-progress"/><subject><reference value="Patient/77"/></subject>
            <location><location><display value="REA/03"/></location></location></Encounter></resource></entry>
            <entry><resource><Observation><status value="final"/><code><coding><system value="http://loinc.org"/><code value="8867-4"/></coding></code>
            <subject><reference value="Patient/p-31"/></subject><encounter><reference value="Encounter/e"/></encounter>
            <effectiveDateTime value="2026-06-10T12:00:00Z"/><valueQuantity><value value="72"/><code value="/min"/></valueQuantity>
            </Observation></resource></entry></Bundle>""";

        // when
        isRefused(read(xml), "Bundle.entry[1].resource.encounter");

        // then
        assertThat(read(xml.replace("Patient/77", "Patient/p-31")).observations())
                .hasSize(1);
    }

    @Test
    void aRelativeReferenceMeansTheResourceOfItsOwnServer() {
        isOf(
                collection(
                        entry("https://b/fhir/Patient/7", patient("7", "B-7")),
                        entry("https://a/fhir/Patient/7", patient("7", "A-7")),
                        entry("https://a/fhir/Observation/1", observation(subject("{\"reference\":\"Patient/7\"}")))),
                "A-7");
        isOf(
                collection(
                        entry("https://b/fhir/Patient/7", patient("7", "B-7")),
                        entry("https://a/fhir/Observation/1", observation(subject("{\"reference\":\"Patient/7\"}")))),
                "7");
    }

    @ParameterizedTest
    @CsvSource({
        "https://other/fhir/Patient/7,https://a/fhir/Patient/7",
        "https://other/fhir/Patient/7,''",
        "https://a/fhir/Patient/7,urn:uuid:3"
    })
    void anotherServersPatientIsNotTheLocalOne(String reference, String url) {
        isOf(
                collection(
                        entry(url, patient("7", "A-7")),
                        entry("", observation(subject("{\"reference\":\"" + reference + "\"}")))),
                reference);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:uuid:1,urn:uuid:1,urn:uuid:1",
        "'','',Patient/7",
        "https://a/fhir/Patient/7,https://b/fhir/Patient/7,Patient/7",
        "https://a/fhir/Patient/7,https://a/fhir/Patient/7,https://a/fhir/Patient/7"
    })
    void whatMeansTwoIsNeverTheFirst(String first, String second, String reference) {
        isRefused(
                collection(
                        entry(first, patient("7", "A")),
                        entry(second, patient("7", "B")),
                        entry("", observation(subject("{\"reference\":\"" + reference + "\"}")))),
                "Bundle.entry[2].resource.subject");
    }

    @Test
    void anIdentifierThatFitsTwoIsRefused() {
        // given
        String reference = "{\"identifier\":{\"system\":\"urn:ipp\",\"value\":\"A\"}}";
        // when, then
        isRefused(
                collection(
                        entry("", patient("7", "A")),
                        entry("", patient("8", "A")),
                        entry("", observation(subject(reference)))),
                "Bundle.entry[2].resource.subject");
        isOf(collection(entry("", patient("7", "A")), entry("", observation(subject(reference)))), "A");
    }

    @Test
    void aPatientNeverMeansADevice() {
        // given
        String device =
                "{\"resourceType\":\"Device\",\"id\":\"7\",\"identifier\":[{\"system\":\"urn:ipp\",\"value\":\"A\"}]}";
        // when, then
        for (String reference : new String[] {
            "{\"reference\":\"https://a/fhir/Patient/7\"}",
            "{\"reference\":\"https://a/fhir/Patient/7\",\"type\":\"Patient\"}"
        }) {
            isRefused(
                    collection(entry("https://a/fhir/Patient/7", device), entry("", observation(subject(reference)))),
                    "Bundle.entry[1].resource.subject");
        }
        isRefused(
                collection(
                        entry("urn:uuid:1", device),
                        entry("", observation(subject("{\"reference\":\"urn:uuid:1\",\"type\":\"Patient\"}")))),
                "Bundle.entry[1].resource.subject");
        isOf(
                collection(
                        entry("urn:uuid:1", device),
                        entry(
                                "",
                                observation(
                                        subject(
                                                "{\"type\":\"Patient\",\"identifier\":{\"system\":\"urn:ipp\",\"value\":\"A\"}}")))),
                "A");
    }

    @Test
    void twoContainedOfOneIdAreRefused() {
        // given
        String contained = "\"contained\":[" + patient("p", "A") + "," + patient("%s", "B") + "],"
                + subject("{\"reference\":\"#p\"}");
        // when, then
        isRefused(read(observation(contained.formatted("p"))), "Observation.subject");
        isOf(read(observation(contained.formatted("q"))), "A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reference\":\"Patient/3\"}",
                "{\"reference\":\"Organization/3\",\"display\":\"REA/03\"}",
                "{\"reference\":\"urn:uuid:00000000-0000-4000-8000-000000000001\"}",
                "{\"reference\":\"#nope\"}",
                "{\"reference\":\"Location%3Fidentifier=3\"}",
                "{\"display\":\"Location?identifier=3\"}"
            })
    void whatIsNoPlaceIsNoBed(String place) {
        // when
        MessageOutcome outcome = collection(
                entry("", ENCOUNTER.formatted(OF_31).replace("{\"display\":\"REA/03\"}", place)),
                entry("", observation(subject(OF_31) + "\"encounter\":{\"reference\":\"Encounter/e\"},")));

        // then
        assertThat(outcome.observations()).extracting(MeasuredValue::bed).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:uuid:00000000-0000-4000-8000-000000000001",
                "#nope",
                "Patient%3Fidentifier=3",
                "Encounter/3",
                "Organization/3"
            })
    void whatIsNoPatientIsNoPatientsNumber(String reference) {
        isOf(read(observation(subject("{\"reference\":\"" + reference + "\"}"))), "");
    }
}
