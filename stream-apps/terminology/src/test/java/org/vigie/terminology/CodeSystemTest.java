package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSystemTest {
    @ParameterizedTest
    @CsvSource({
        "MDC, MDC",
        "' mdc ', MDC",
        "urn:iso:std:iso:11073:10101, MDC",
        "urn:oid:2.16.840.1.113883.6.24, MDC",
        "LN, LOINC",
        "http://loinc.org, LOINC",
        "2.16.840.1.113883.6.1, LOINC",
        "http://unitsofmeasure.org, UCUM",
        "http://snomed.info/sct, SNOMED",
        "SCT, SNOMED",
        "http://loinc.org/, LOCAL",
        "99VENT, LOCAL",
        "'', LOCAL",
    })
    void aSystemIsKnownByItsNamesInHl7AndFhir(String name, CodeSystem expected) {
        assertThat(CodeSystem.of(name)).isEqualTo(expected);
    }
}
