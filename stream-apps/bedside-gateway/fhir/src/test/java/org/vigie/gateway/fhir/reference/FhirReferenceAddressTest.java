package org.vigie.gateway.fhir.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirReferenceAddressTest {
    @Test
    void anAddressOnAServerHasItsParts() {
        // when
        FhirReferenceAddress address = FhirReferenceAddress.parse("https://somewhere/fhir/Patient/7/_history/2");

        // then
        assertThat(address.base()).isEqualTo("https://somewhere/fhir/");
        assertThat(address.typeAndId()).contains("Patient/7");
        assertThat(address.version()).contains("2");
        assertThat(address.unversioned()).isEqualTo("https://somewhere/fhir/Patient/7");
    }

    @Test
    void aRelativeReferenceHasNoServer() {
        // when
        FhirReferenceAddress address = FhirReferenceAddress.parse("Patient/7");

        // then
        assertThat(address.base()).isEmpty();
        assertThat(address.typeAndId()).contains("Patient/7");
        assertThat(address.version()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#patient", "urn:uuid:1b2c", "Patient", "patient/7", "Patient/7/x"})
    void anotherTextIsKeptAsItIs(String text) {
        // when
        FhirReferenceAddress address = FhirReferenceAddress.parse(text);

        // then
        assertThat(address.typeAndId()).isEmpty();
        assertThat(address.unversioned()).isEqualTo(text);
    }
}
