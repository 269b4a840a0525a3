package org.vigie.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that equal short strings are decoded once, and that every string is decoded as it was written. */
class DecodedStringCacheTest {
    private final DecodedStringCache cache = new DecodedStringCache();

    @Test
    void aNameThatComesAgainIsTheSameString() {
        // given
        String first = decode("mm[Hg]");

        // when
        String second = decode("mm[Hg]");

        // then
        assertThat(second).isEqualTo("mm[Hg]").isSameAs(first);
    }

    @Test
    void everyStringIsDecodedAsItWasWritten() {
        // given
        List<String> texts =
                List.of("", "hr", "HR", "Réa/01", "°C", "é", "a name that is longer than thirty-two characters");

        for (String text : texts) {
            // when
            String first = decode(text);
            String second = decode(text);

            // then
            assertThat(List.of(first, second)).containsOnly(text);
        }
    }

    @Test
    void manyDifferentStringsDoNotMix() {
        for (int number = 0; number < 10_000; number++) {
            assertThat(decode("message-" + number)).isEqualTo("message-" + number);
        }
    }

    private String decode(String text) {
        byte[] bytes = ("ab" + text + "c").getBytes(StandardCharsets.UTF_8);
        return cache.decode(bytes, 2, bytes.length - 3);
    }
}
