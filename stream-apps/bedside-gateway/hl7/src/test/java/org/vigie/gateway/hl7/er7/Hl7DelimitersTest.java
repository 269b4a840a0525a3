package org.vigie.gateway.hl7.er7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hl7DelimitersTest {
    @ParameterizedTest
    @CsvSource({
        "a\\F\\b, a|b",
        "a\\S\\b, a^b",
        "a\\T\\b, a&b",
        "a\\R\\b, a~b",
        "a\\E\\b, a\\b",
        "\\X41\\, A",
        "\\H\\bold\\N\\, bold",
        "a\\Q\\b, a\\Q\\b",
        "a\\Xzz\\b, a\\Xzz\\b",
        "a\\F, a\\F",
        "plain, plain",
    })
    void anEscapeSequenceIsItsCharacter(String sent, String meant) {
        assertThat(Hl7Delimiters.of('|', "^~\\&").unescape(sent)).isEqualTo(meant);
    }

    @Test
    void aLineBreakIsALineBreak() {
        assertThat(Hl7Delimiters.of('|', "^~\\&").unescape("a\\.br\\b")).isEqualTo("a\nb");
    }

    @Test
    void withoutAnEscapeCharacterNothingIsEscaped() {
        // given
        Hl7Delimiters delimiters = Hl7Delimiters.of('|', "^~&");

        // then
        assertThat(delimiters.subcomponent()).isEqualTo('&');
        assertThat(delimiters.unescape("a\\F\\b")).isEqualTo("a\\F\\b");
    }

    @Test
    void aDeclaredTruncationCharacterIsUnescaped() {
        assertThat(Hl7Delimiters.of('|', "^~\\&@").unescape("\\P\\")).isEqualTo("@");
        assertThat(Hl7Delimiters.of('|', "^~\\&").unescape("\\P\\")).isEqualTo("#");
    }
}
