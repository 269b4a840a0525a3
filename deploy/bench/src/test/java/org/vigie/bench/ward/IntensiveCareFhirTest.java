package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.publish.ObservationAssembler;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.terminology.CodeMap;

/** Tests that a FHIR resource of each intensive-care variable goes the whole way: reader, clean, store. */
class IntensiveCareFhirTest {
    private static final Instant START = Instant.parse("2026-06-10T10:00:00Z");
    private static final String BED = "REA/21";
    private static final String OBSERVATION = """
        {"resourceType":"Observation","status":"final","subject":{"reference":"Patient/p-17"},
         "code":{"coding":[{"system":"%s","code":"%s"}]},"effectiveDateTime":"2026-06-10T10:00:01Z",
         "valueQuantity":{"value":%s,"unit":"%s","system":"http://unitsofmeasure.org","code":"%s"}}\
        """;
    private static final String INFUSION = """
        {"resourceType":"MedicationAdministration","status":"in-progress",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"%s"}]},
         "subject":{"reference":"Patient/p-17"},"effectivePeriod":{"start":"2026-06-10T10:00:01Z"},
         "dosage":{"rateQuantity":{"value":0.3,"unit":"ug/kg/min","system":"http://unitsofmeasure.org","code":"ug/kg/min"}}}\
        """;
    private static final String LOINC = "http://loinc.org";
    private static final String MDC = "urn:iso:std:iso:11073:10101";

    @ParameterizedTest
    @CsvSource({
        "etco2, 19889-5, 38, mm[Hg]",
        "cvp, 60985-9, 9, mm[Hg]",
        "icp, 60956-0, 22, mm[Hg]",
        "fio2, 3150-6, 60, %",
        "lactate, 32693-4, 3.1, mmol/L",
        "peep, 76248-4, 8, cm[H2O]",
        "tidal_volume, 76222-9, 420, mL",
        "plateau_pressure, 76259-1, 24, cm[H2O]"
    })
    void anObservationWithALoincCodeIsCleanedAndStored(String variable, String code, String value, String unit)
            throws Exception {
        assertThat(stored(OBSERVATION.formatted(LOINC, code, value, unit, unit)))
                .anyMatch(row -> row.contains("variable=" + variable + ",") && row.contains("verdict=KEPT"));
    }

    @ParameterizedTest
    @CsvSource({
        "peep, 151976, 8, cm[H2O]",
        "tidal_volume, 151980, 420, mL",
        "plateau_pressure, 151784, 24, cm[H2O]",
        "icp, 153611, 22, mm[Hg]",
        "cpp, 153604, 62, mm[Hg]"
    })
    void anObservationWithADeviceCodeIsCleanedAndStored(String variable, String code, String value, String unit)
            throws Exception {
        assertThat(stored(OBSERVATION.formatted(MDC, code, value, unit, unit)))
                .anyMatch(row -> row.contains("variable=" + variable + ",") && row.contains("verdict=KEPT"));
    }

    @ParameterizedTest
    @CsvSource({"noradrenaline, C01CA03", "adrenaline, C01CA24"})
    void anInfusionIsCleanedAndStored(String variable, String drug) throws Exception {
        assertThat(stored(INFUSION.formatted(drug)))
                .anyMatch(row -> row.contains("variable=" + variable + ",") && row.contains("value=0.3"));
    }

    private static List<String> stored(String resource) throws Exception {
        try (var ward = new BrokerlessWard(START)) {
            Instant received = START.plusSeconds(2);
            ward.write(BrokerlessWard.TOPICS.staysCurrent(), BED, new BedStays(BED, List.of()), START);
            for (Observation observation : observations(resource, received)) {
                ward.write(BrokerlessWard.TOPICS.observationsRaw(), BED, observation, received);
            }
            return ward.rows().get("readings");
        }
    }

    /** Reads the resource. The gateway gives each value the bed of its patient. */
    private static List<Observation> observations(String resource, Instant received) {
        List<MeasuredValue> measured = new FhirReader(CodeMap.standard(), ZoneOffset.UTC)
                .read(resource.getBytes(StandardCharsets.UTF_8)).observations().stream()
                        .map(value -> value.withBed(BED))
                        .toList();
        return new ObservationAssembler().of("EHR", "f1", measured, received);
    }
}
