package org.vigie.gateway.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.MeasuredValue;

/** Tests which location of an Encounter is the bed of a value that was measured, by its own clock, in the location before. */
class EncounterBedTest {
    private static final String BUNDLE = """
            {"resourceType":"Bundle","type":"collection","entry":[
             {"resource":{"resourceType":"Encounter","id":"e","status":"in-progress","location":[
              {"location":{"display":"REA/01"},"status":"completed",
               "period":{"start":"2026-03-05T07:00:00Z","end":"2026-03-05T09:00:00Z"}},
              {"location":{"display":"REA/02"},"status":"active","period":{"start":"2026-03-05T09:00:00Z"}}]}},
             {"resource":{"resourceType":"Observation","status":"STATUS",
              "encounter":{"reference":"Encounter/e"},"effectiveDateTime":"2026-03-05T08:15:00Z",
              "code":{"coding":[{"system":"http://loinc.org","code":"CODE"}]},
              "valueQuantity":{"value":80,"code":"UNIT"}}}]}""";

    @ParameterizedTest
    @CsvSource({
        "8867-4, /min, final, REA/02",
        "8867-4, /min, corrected, REA/01",
        "8867-4, /min, entered-in-error, REA/01",
        "2823-3, mmol/L, final, REA/01"
    })
    void aLiveValueHasThePresentBedAndAnyOtherThatOfItsTime(String code, String unit, String status, String bed) {
        // given
        String sent = BUNDLE.replace("CODE", code).replace("UNIT", unit).replace("STATUS", status);

        // when, then
        assertThat(FhirCorpus.READER.read(sent.getBytes(StandardCharsets.UTF_8)).observations())
                .extracting(MeasuredValue::bed)
                .containsExactly(bed);
    }
}
