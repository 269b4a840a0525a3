package org.vigie.gateway.fhir.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.terminology.CodeMap;

/** Tests that a conditional reference must match exactly one resource; otherwise its transaction is refused. */
class ConditionalReferenceResolverTest {
    private static final StayLookup CENSUS = new StayLookup() {
        private final Map<String, String> beds = Map.of("880021", "REA/21", "880022", "REA/22");

        @Override
        public String bedOf(String number) {
            return beds.getOrDefault(number, "");
        }

        @Override
        public String bedOfVisit(String number) {
            return number.equals("V-21") ? "REA/21" : "";
        }
    };
    private static final FhirReader GATEWAY = new FhirReader(CodeMap.standard(), ZoneOffset.UTC, CENSUS);
    private static final String SYSTEM = "urn:oid:1.2.250.1";

    private static String observation(String references) {
        return """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
             %s"effectiveDateTime":"2026-06-10T12:00:00+02:00","valueQuantity":{"value":72,"code":"/min"}}\
            """.formatted(references);
    }

    private static String subject(String reference) {
        return "\"subject\":{\"reference\":\"" + reference + "\",\"display\":\"TILLEUL Marc\"},";
    }

    private static String entry(String resource) {
        return entry("urn:uuid:0", resource, "");
    }

    private static String entry(String url, String resource, String condition) {
        return "{\"fullUrl\":\"" + url + "\",\"resource\":" + resource
                + ",\"request\":{\"method\":\"POST\",\"url\":\"X\"" + condition + "}}";
    }

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String patient(String... identifiers) {
        return "{\"resourceType\":\"Patient\",\"identifier\":["
                + String.join(
                        ",",
                        List.of(identifiers).stream()
                                .map(word -> word.split("\\|"))
                                .map(parts -> "{\"system\":\"" + parts[0] + "\",\"value\":\"" + parts[1] + "\"}")
                                .toList())
                + "]}";
    }

    private static MessageOutcome read(FhirReader reader, String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageOutcome inTransaction(String reference) {
        return read(GATEWAY, bundle("transaction", entry(observation(subject(reference)))));
    }

    private static void isOf(MessageOutcome outcome, String patient) {
        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.observations()).extracting(MeasuredValue::patient).containsExactly(patient);
    }

    private static void isRefused(MessageOutcome outcome, String... words) {
        assertThat(outcome.ack()).isEqualTo("422");
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.error()).contains(words).doesNotContain("8800", "TILLEUL", "1.2.250");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?identifier=urn:oid:1.2.250.1|880021",
                "Patient?identifier=urn:oid:1.2.250.1%7C880021",
                "Patient?identifier=urn%3Aoid%3A1.2.250.1%7c880021",
                "Patient?identifier=880021",
                "Patient?identifier=|880021",
                "/Patient?identifier=880021",
                "http://gateway.example/fhir/Patient?identifier=http://x.example/Device/1|880021",
                "Patient?identifier=http://x.example/Location/9|880021",
                "Patient?identifier=880021,999999",
            })
    void aPatientOfTheCensusIsFound(String reference) {
        isOf(inTransaction(reference), "880021");
    }

    @ParameterizedTest
    @CsvSource({
        "Patient?identifier=999999, matches 0",
        "'Patient?identifier=880021,880022', matches 2",
        "Patient?identifier=880021&identifier=880022, matches 0",
        "Patient?_id=880021, '_id'",
        "Patient?name=880021, 'name'",
        "Patient?identifier=880021&name=x, 'name'",
        "Patient?birthdate=1950&identifier=880021, 'birthdate'",
        "Patient?identifier:of-type=a|MR|880021, 'identifier:of-type'",
        "Patient?identifier:not=880021, 'identifier:not'",
        "Patient?, criterion",
        "Patient?identifier=, must have a value",
        "Patient?identifier, must have a value",
        "Patient?identifier=urn:oid:1.2.250.1|, must have a value",
        "Patient?identifier=%zz880021, must have a value",
        "?identifier=880021, one type",
        "patient?identifier=880021, one type",
        "Group?identifier=880021, matches 0",
    })
    void aReferenceThatDoesNotMeanExactlyOneResourceRefusesTheTransactionWithItsReason(String reference, String why) {
        isRefused(inTransaction(reference), "Bundle.entry[0].resource.subject.reference", why);
    }

    @Test
    void withoutACensusAConditionalReferenceIsReportedAsUnresolved() {
        // when
        MessageOutcome offline = read(
                FhirCorpus.READER,
                bundle("transaction", entry(observation(subject("Patient?identifier=" + SYSTEM + "|880021")))));
        // then
        isRefused(offline, "matches 0", "census", "not at hand");
    }

    @Test
    void aPatientOfTheSameBundleIsFoundByAnyOfItsIdentifiers() {
        // when
        String sent = patient(SYSTEM + "|4711", "urn:nir|1500675");
        // then
        for (String reference : List.of(SYSTEM + "|4711", "urn:nir|1500675", "1500675", "urn:nir%7C1500675")) {
            String observed = entry(observation(subject("Patient?identifier=" + reference)));
            isOf(read(FhirCorpus.READER, bundle("transaction", entry(sent), observed)), "4711");
            isOf(read(FhirCorpus.READER, bundle("transaction", observed, entry(sent))), "4711");
        }
        isOf(
                read(
                        FhirCorpus.READER,
                        bundle(
                                "transaction",
                                entry(sent),
                                entry(observation(subject("Patient?identifier=urn:nir|1500675&identifier=4711"))))),
                "4711");
    }

    @Test
    void anIdentifierOfAnotherSystemIsAnotherPatients() {
        isRefused(
                read(
                        FhirCorpus.READER,
                        bundle(
                                "transaction",
                                entry(patient(SYSTEM + "|4711")),
                                entry(observation(subject("Patient?identifier=urn:other|4711"))))),
                "matches 0");
    }

    @Test
    void twoPatientsOfTheBundleWithTheIdentifierRefuseIt() {
        isRefused(
                read(
                        FhirCorpus.READER,
                        bundle(
                                "transaction",
                                entry("urn:uuid:1", patient("urn:a|7"), ""),
                                entry("urn:uuid:2", patient("urn:b|7"), ""),
                                entry(observation(subject("Patient?identifier=7"))))),
                "matches 2");
    }

    @Test
    void aPatientOfTheBundleWhoIsAlsoInTheCensusIsOne() {
        isOf(
                read(
                        GATEWAY,
                        bundle(
                                "transaction",
                                entry(patient(SYSTEM + "|880021")),
                                entry(observation(subject("Patient?identifier=880021"))))),
                "880021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Location?name=REA/21",
                "Location?identifier=REA/21",
                "Location?identifier=urn:beds|21",
                "Location?_id=REA-21",
            })
    void aSearchForAPlaceNeverBecomesABedOfThatName(String reference) {
        for (String holder : List.of(
                "\"subject\":{\"reference\":\"%s\",\"display\":\"REA/21\"},",
                "\"location\":{\"reference\":\"%s\",\"display\":\"REA/21\"},",
                "\"subject\":{\"reference\":\"%s\",\"identifier\":{\"value\":\"REA/21\"}},")) {
            isRefused(
                    read(GATEWAY, bundle("transaction", entry(observation(holder.formatted(reference))))), "Location");
            isRefused(read(GATEWAY, observation(holder.formatted(reference))), "Location");
        }
        isRefused(
                read(GATEWAY, """
                    {"resourceType":"Encounter","status":"in-progress","subject":{"reference":"Patient/p"},
                     "location":[{"location":{"reference":"%s","display":"REA/21"}}]}\
                    """.formatted(reference)),
                "Encounter.location.location.reference".replace("location.location", "location[0].location"));
    }

    @Test
    void aPlaceThatWasSentAlongIsFoundByItsIdentifier() {
        // given
        String place = """
            {"resourceType":"Location","name":"21","identifier":[{"system":"urn:beds","value":"b-21"}],
             "partOf":{"reference":"Location?identifier=urn:wards|rea"}}\
            """;
        String ward = """
            {"resourceType":"Location","name":"REA","identifier":[{"system":"urn:wards","value":"rea"}]}\
            """;
        String observed = observation(subject("Location?identifier=urn:beds|b-21"));

        // when
        MessageOutcome outcome =
                read(FhirCorpus.READER, bundle("transaction", entry(observed), entry(place), entry(ward)));

        // then
        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.observations()).extracting(MeasuredValue::bed).containsExactly("REA/21");
    }

    @Test
    void aVisitOfTheCensusGivesTheBed() {
        // when
        MessageOutcome outcome =
                read(GATEWAY, observation("\"encounter\":{\"reference\":\"Encounter?identifier=urn:visits|V-21\"},"));
        // then
        assertThat(outcome.observations()).extracting(MeasuredValue::bed).containsExactly("REA/21");
        isRefused(
                read(GATEWAY, observation("\"encounter\":{\"reference\":\"Encounter?identifier=urn:visits|V-99\"},")),
                "Encounter");
    }

    @Test
    void aDeviceIsOneThatWasSentAlong() {
        // given
        String device = """
            {"resourceType":"Device","identifier":[{"system":"urn:sn","value":"MON-3"}]}\
            """;
        // when
        String observed = observation("\"device\":{\"reference\":\"Device?identifier=urn:sn|MON-3\"},");
        // then
        assertThat(read(FhirCorpus.READER, bundle("transaction", entry(device), entry(observed)))
                        .observations())
                .extracting(MeasuredValue::device)
                .containsExactly("MON-3");
        isRefused(read(GATEWAY, bundle("transaction", entry(observed))), "Device", "matches 0");
    }

    @Test
    void aReferenceToWhatTheGatewayDoesNotReadRefusesNothing() {
        isOf(
                read(
                        GATEWAY,
                        observation(subject("Patient?identifier=880021")
                                + "\"performer\":[{\"reference\":\"Practitioner?identifier=urn:npi|1\"}],")),
                "880021");
    }

    @Test
    void inAContainedResourceAndInXmlTheSameHolds() {
        // when, then
        isRefused(
                read(GATEWAY, """
                    {"resourceType":"DiagnosticReport","status":"final","contained":[%s],"result":[{"reference":"#o"}]}\
                    """.formatted(observation("\"id\":\"o\"," + subject("Patient?identifier=999999")))),
                "DiagnosticReport.contained[0].subject.reference");
        // when
        String xml = """
            <Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><coding><system value="http://loinc.org"/>
            <code value="8867-4"/></coding></code><subject><reference value="Patient?identifier=a|%s&amp;identifier=%s"/></subject>
            <effectiveDateTime value="2026-06-10T12:00:00Z"/><valueQuantity><value value="72"/></valueQuantity></Observation>\
            """;
        // then
        isRefused(read(GATEWAY, xml.formatted("880021", "880022")), "Observation.subject.reference");
        isOf(read(GATEWAY, xml.replace("&amp;identifier=%s", "").formatted("880021")), "880021");
    }

    @Test
    void ofABatchOnlyTheEntryThatCannotBeResolvedIsRefused() {
        // when
        MessageOutcome outcome = read(
                GATEWAY,
                bundle(
                        "batch",
                        entry(observation(subject("Patient?identifier=999999"))),
                        entry(observation(subject("Patient?identifier=880021")))));

        // then
        assertThat(outcome.ack()).isEqualTo("200");
        assertThat(outcome.observations()).extracting(MeasuredValue::patient).containsExactly("880021");
        assertThat(outcome.error()).contains("Bundle.entry[0].resource.subject.reference");
    }

    @Test
    void aPatientSentIfNoneExistIsTheOneWhoIsHereAlready() {
        // given
        String sent = patient("urn:nir|1500675", SYSTEM + "|880021");
        String observed = entry("urn:uuid:9", observation(subject("urn:uuid:1")), "");
        String known = ",\"ifNoneExist\":\"identifier=" + SYSTEM + "|880021\"";
        // when, then
        isOf(read(GATEWAY, bundle("transaction", entry("urn:uuid:1", sent, known), observed)), "880021");
        isOf(read(GATEWAY, bundle("transaction", observed, entry("urn:uuid:1", sent, known))), "880021");
        isOf(
                read(GATEWAY, bundle("transaction", entry("urn:uuid:1", sent, known.replace("880021", "1")), observed)),
                "1500675");
    }

    @Test
    void aConditionThatCannotBeEvaluatedRefusesTheTransaction() {
        // when
        String sent = patient("urn:nir|1500675");
        // then
        isRefused(
                read(GATEWAY, bundle("transaction", entry("urn:uuid:1", sent, ",\"ifNoneExist\":\"name=Tilleul\""))),
                "Bundle.entry[0].request.ifNoneExist",
                "'name'");
        isRefused(
                read(
                        GATEWAY,
                        bundle(
                                "transaction",
                                entry("urn:uuid:1", sent, ",\"ifNoneExist\":\"identifier=880021,880022\""))),
                "matches 2");
    }
}
