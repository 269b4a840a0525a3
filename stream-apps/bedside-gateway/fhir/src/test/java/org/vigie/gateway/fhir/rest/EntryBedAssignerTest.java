package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.fhir.element.MalformedFhirResource;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.gateway.fhir.message.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.intake.VisitBed;
import org.vigie.schemas.QuarantineReason;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.DropReason;

/** Tests on which bed a measured value is published when its resource names none. */
class EntryBedAssignerTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    /** Knows patient p-17 on bed 5, before noon on bed 4, and takes everything. */
    private static final class FakeCensusIntake implements MessageIntake {
        private final List<IntakeDelivery> taken = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();

        @Override
        public void take(IntakeDelivery delivery) {
            taken.add(delivery);
        }

        @Override
        public void refuse(RefusedMessage refusal) {
            refused.add(refusal.why());
        }

        @Override
        public String bedOf(String number, Instant at) {
            return number.equals("p-17") ? at.isBefore(NOON) ? "REA/04" : "REA/05" : "";
        }

        @Override
        public List<VisitBed> bedsOfVisit(String number) {
            return number.equals("S-1") ? List.of(new VisitBed("REA/06", NOON, Optional.empty())) : List.of();
        }
    }

    private final FakeCensusIntake intake = new FakeCensusIntake();

    @Test
    void theBedOfTheRequestIsThatOfEveryValueWithoutOne() throws MalformedFhirResource {
        assertThat(beds("REA/09", single("Patient/p-17"))).containsExactly("REA/09");
        assertThat(beds("REA/09", single("Patient/p-99"))).containsExactly("REA/09");
    }

    @Test
    void withoutABedOfTheRequestTheCensusIsAsked() throws MalformedFhirResource {
        assertThat(beds("", single("Patient/p-17"))).containsExactly("REA/05");
        assertThat(beds("", single("Patient/p-99"))).containsExactly("");
    }

    @Test
    void theBedIsThatOfTheTimeAtWhichTheValueWasMeasured() throws MalformedFhirResource {
        // given
        String potassium = single("Patient/p-17").replace("8867-4", "2823-3").replace("/min", "mmol/L");
        String afternoon = potassium.replace("T08:15", "T14:15");

        // when, then
        assertThat(beds("", bundle("batch", potassium, afternoon))).containsExactly("REA/04", "REA/05");
    }

    @Test
    void aLiveValueGoesToThePresentBedWhateverItsClockSays() throws MalformedFhirResource {
        // given
        String corrected = single("Patient/p-17").replace("final", "corrected");

        // when, then
        assertThat(beds("", bundle("batch", single("Patient/p-17"), corrected))).containsExactly("REA/05", "REA/04");
    }

    @ParameterizedTest
    @CsvSource({"batch, true", "transaction, false", "collection, false"})
    void onlyInABatchIsTheEntryWithoutABedRefusedAlone(String type, boolean alone) throws MalformedFhirResource {
        // when
        List<FhirMessageEntry> entries = assigned("", bundle(type, single("Patient/p-17"), single("Patient/p-99")));

        // then
        assertThat(entries.get(0).broken()).isEmpty();
        assertThat(entries.get(1).broken().isPresent()).isEqualTo(alone);
    }

    @Test
    void anInfusionThatWasNotGivenNeedsNoBed() throws MalformedFhirResource {
        // given
        String notDone = "{\"resourceType\":\"MedicationAdministration\",\"id\":\"i\",\"status\":\"not-done\","
                + "\"subject\":{\"reference\":\"Patient/p-99\"},\"effectiveDateTime\":\"2026-03-05T08:15:00Z\","
                + "\"medicationCodeableConcept\":{\"coding\":[{\"system\":\"http://www.whocc.no/atc\",\"code\":\"C01CA03\"}]}}";

        // when
        List<FhirMessageEntry> entries = assigned("", bundle("batch", notDone));

        // then
        assertThat(entries.get(0).observations()).isNotEmpty();
        assertThat(entries.get(0).broken()).isEmpty();
        assertThat(EntryBedAssigner.missingBed(entries.get(0))).isEmpty();
    }

    @Test
    void aRefusedEntryLosesItsValuesAndSaysWhichTheyWere() throws MalformedFhirResource {
        // when
        FhirMessageEntry refused =
                assigned("", bundle("batch", single("Patient/p-99"))).get(0);

        // then
        assertThat(refused.broken())
                .hasValueSatisfying(why ->
                        assertThat(why).contains("Bundle.entry[0]", "nothing says on which bed it was measured"));
        assertThat(refused.observations()).isEmpty();
        assertThat(refused.dropped()).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo(DropReason.NO_BED);
            assertThat(left.readings()).isEqualTo(1);
        });
    }

    @Test
    void anEntryThatIsRefusedAlreadyKeepsItsReason() throws MalformedFhirResource {
        // given
        String broken = single("Patient/p-99").replace("\"final\"", "\"no-such-status\"");

        // when
        FhirMessageEntry refused = assigned("REA/09", bundle("batch", broken)).get(0);

        // then
        assertThat(refused.broken()).hasValueSatisfying(why -> assertThat(why).contains("status"));
    }

    @Test
    void aResourceThatIsPutReplacesTheOneOfItsId() throws Exception {
        // given
        var replacing = new ReplacingIntake(intake, "hr");
        var submission = new FhirSubmission("Observation", Optional.of("hr"), new byte[] {'{'}, "pump-7", "REA/09");
        FhirMessage message = message(single("Patient/p-17"));

        // when
        replacing.take(submission.delivery(
                message, new EntryBedAssigner(replacing, "pump-7", "REA/09", NOON).assign(message)));

        // then
        assertThat(intake.taken.get(0).observations()).singleElement().satisfies(measured -> {
            assertThat(measured.statement().names()).contains("id|hr");
            assertThat(measured.statement().replaces()).isTrue();
        });
    }

    @Test
    void aResourceThatIsPutIsLookedUpInTheSameCensus() {
        // given
        var replacing = new ReplacingIntake(intake, "hr");

        // when
        replacing.refuse(new FhirSubmission("Patient", Optional.empty(), new byte[0], "pump-7", "")
                .refusal("Patient.id: no", 0, QuarantineReason.REFUSED_MESSAGE));

        // then
        assertThat(intake.refused).containsExactly("Patient.id: no");
        assertThat(replacing.bedOf("p-17", NOON)).isEqualTo("REA/05");
        assertThat(replacing.bedOf("p-17", NOON.minusSeconds(1))).isEqualTo("REA/04");
        assertThat(replacing.hasPatient("p-99")).isFalse();
        assertThat(replacing.bedsOfVisit("S-1")).extracting(VisitBed::bed).containsExactly("REA/06");
    }

    private List<String> beds(String bed, String resource) throws MalformedFhirResource {
        return assigned(bed, resource).stream()
                .flatMap(entry -> entry.observations().stream())
                .map(MeasuredValue::bed)
                .toList();
    }

    private List<FhirMessageEntry> assigned(String bed, String text) throws MalformedFhirResource {
        return new EntryBedAssigner(intake, "pump-7", bed, NOON).assign(message(text));
    }

    private static FhirMessage message(String text) throws MalformedFhirResource {
        return new FhirReader(CodeMap.standard(), ZoneOffset.UTC).message(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String single(String patient) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"" + patient
                + "\"},\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8867-4\"}]},"
                + "\"effectiveDateTime\":\"2026-03-05T08:15:00Z\",\"valueQuantity\":{\"value\":80,\"code\":\"/min\"}}";
    }

    private static String bundle(String type, String... resources) {
        String request = type.equals("collection") ? "" : ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}";
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[{\"resource\":"
                + String.join(request + "},{\"resource\":", resources) + request + "}]}";
    }
}
