package org.vigie.gateway.fhir.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.element.FhirElement;

class FhirValueTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static FhirElement element(String json) throws JsonProcessingException {
        return new FhirElement("Observation.value", JSON.readTree(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"value\":120,\"unit\":\"mmHg\",\"code\":\"mm[Hg]\"} ; 120 mmHg",
                "{\"value\":5,\"comparator\":\"<\",\"code\":\"mg/L\"} ; <5 mg/L",
                "{\"low\":{\"value\":1},\"high\":{\"value\":2}} ; low 1, high 2",
                "{\"data\":\"1 2 E\"} ; 1 2 E",
                "{\"coding\":[{\"code\":\"X\",\"display\":\"Normal\"}]} ; Normal",
                "\"seventy\" ; seventy",
                "{\"extension\":[{\"url\":\"x\"}]} ; ''",
            })
    void aValueIsShownAsItsTypeIsWritten(String json, String text) throws JsonProcessingException {
        assertThat(new FhirValueText(element(json)).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"_valueQuantity\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\"}]}} ; true",
                "{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\"}]} ; true",
                "{\"_valueString\":{}} ; true",
                "{\"valueQuantity\":{\"value\":1,\"_unit\":{\"extension\":[{\"url\":\"x/data-absent-reason\"}]}}} ; false",
                "{\"valueQuantity\":{\"value\":1}} ; false",
                "{\"extension\":[{\"url\":\"x/other\"}]} ; false",
            })
    void aValueIsAbsentWhenItsOwnExtensionStatesSo(String json, boolean expected) throws JsonProcessingException {
        assertThat(new AbsentValueCheck(element(json)).isAbsentByExtension()).isEqualTo(expected);
    }
}
