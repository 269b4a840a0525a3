package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastBedTextTest {
    @ParameterizedTest
    @CsvSource({"1200, 1200", "100, 100", "36.60, 36.6", "0.0012, 0.0012", "84, 84", "7.3512, 7.351"})
    void aNumberHasFourDigitsThatCountAndKeepsItsZeros(double value, String text) {
        assertThat(PastBedText.number(value)).isEqualTo(text);
    }
}
