package org.vigie.gateway.fhir.element;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTokenTest {
    private static FhirElement identifier(String system, String value) {
        return new FhirElement(
                "Patient.identifier",
                JsonNodeFactory.instance.objectNode().put("system", system).put("value", value));
    }

    @Test
    void alternativesAreSeparatedByCommas() {
        assertThat(IdentifierToken.parse("urn:a|1,2, urn:b | 3 "))
                .containsExactly(
                        new IdentifierToken(Optional.of("urn:a"), "1"),
                        new IdentifierToken(Optional.empty(), "2"),
                        new IdentifierToken(Optional.of("urn:b"), "3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"a\\,b ; a,b", "a\\|b ; a|b", "a\\\\ ; a\\", "a\\$b ; a$b", "a\\ ; a\\"})
    void aBackslashEscapesTheCharacterBehindIt(String text, String value) {
        assertThat(IdentifierToken.parse(text)).containsExactly(new IdentifierToken(Optional.empty(), value));
    }

    @Test
    void aTokenWithoutASystemFitsEverySystemAndOneWithAnEmptySystemNone() {
        // given
        List<IdentifierToken> any = IdentifierToken.parse("7");
        List<IdentifierToken> without = IdentifierToken.parse("|7");
        // then
        assertThat(any.get(0).fits(identifier("urn:a", "7"))).isTrue();
        assertThat(without.get(0).fits(identifier("urn:a", "7"))).isFalse();
        assertThat(without.get(0).fits(identifier("", "7"))).isTrue();
        assertThat(any.get(0).fits(identifier("urn:a", "70"))).isFalse();
    }
}
