package org.vigie.gateway.fhir.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;

/** Tests that a conditional reference must match exactly one resource; otherwise its transaction is refused. */
class ConditionalReferenceResolverTest extends ConditionalReferenceReading {
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
