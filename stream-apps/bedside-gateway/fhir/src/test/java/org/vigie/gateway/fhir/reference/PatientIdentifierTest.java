package org.vigie.gateway.fhir.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which identifiers can say that two patients are one: numbers of two hospitals cannot. */
class PatientIdentifierTest {
    @ParameterizedTest
    @CsvSource({
        "urn:chu, 7, urn:chu, 7, true, true",
        "urn:chu, 7, urn:chu, 8, true, false",
        "urn:chu, 7, urn:other, 7, false, false",
        "urn:chu, 7, '', 7, true, true",
        "'', 7, '', 7, true, true",
        "'', 7, '', 8, true, false",
        "id, 7, id, 7, true, true",
        "id, 7, '', 7, false, false",
        "'', 7, id, 7, false, false",
        "urn:chu, 7, id, 7, false, false",
    })
    void identifiersOfOneSystemAreComparable(
            String system, String value, String otherSystem, String otherValue, boolean comparable, boolean same) {
        // given
        var one = new PatientIdentifier(system, value);
        var other = new PatientIdentifier(otherSystem, otherValue);

        // when, then
        assertThat(one.isComparable(other)).isEqualTo(comparable);
        assertThat(other.isComparable(one)).isEqualTo(comparable);
        assertThat(one.isSame(other)).isEqualTo(same);
    }
}
