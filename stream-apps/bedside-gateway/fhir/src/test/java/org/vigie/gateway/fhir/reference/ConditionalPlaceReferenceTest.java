package org.vigie.gateway.fhir.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;

/** Tests conditional references to places, visits and devices, and where they stand. */
class ConditionalPlaceReferenceTest extends ConditionalReferenceReading {
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
    void aVisitOfTheCensusGivesTheBedOfTheTimeOfMeasurementAndToALiveValueThePresentOne() {
        // given
        String earlier = observation("\"encounter\":{\"reference\":\"Encounter?identifier=urn:visits|V-21\"},")
                .replace("T12:00:00+02:00", "T07:30:00Z");
        String ofLaboratory = earlier.replace("8867-4", "2823-3").replace("/min", "mmol/L");

        // when, then
        assertThat(read(GATEWAY, ofLaboratory).observations())
                .extracting(MeasuredValue::bed)
                .containsExactly("REA/20");
        assertThat(read(GATEWAY, earlier).observations())
                .extracting(MeasuredValue::bed)
                .containsExactly("REA/21");
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
}
