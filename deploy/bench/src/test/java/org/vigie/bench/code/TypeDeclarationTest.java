package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeDeclarationTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bed", "Hl7", "Er7", "HTTP", "Observation"})
    void aNameWithOneCapitalizedPartIsOneWord(String name) {
        assertThat(named(name).hasOneWordName()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BedList", "Hl7Reader", "HTTPServer", "PatientA"})
    void aNameWithMorePartsIsMoreWords(String name) {
        assertThat(named(name).hasOneWordName()).isFalse();
    }

    private static TypeDeclaration named(String name) {
        return new TypeDeclaration(name, "Source.java:1", false, true, false, "Lists beds.");
    }
}
