package org.vigie.signal.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {
    private final TextMasker masker = new TextMasker();
    private final KnownNames known = KnownNames.of(List.of("Lefèvre-Roux", "Solène", "Page", "Le", "4410077"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alarme de lefevre au lit|alarme de [NOM] au lit",
                "LEFÈVRE-ROUX: FC 130/min|[NOM]: FC 130/min",
                "tour de solene|tour de [NOM]",
                "page 2 du journal|[NOM] 2 du journal",
            })
    void aKnownNameIsMaskedInEachWritingAlsoWhereItIsAUsualWord(String text, String masked) {
        assertThat(masker.mask(text, known).text()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"le débit est bas", "pages suivantes", "SpO2 82 %", "41 mmHg"})
    void otherWordsStay(String text) {
        assertThat(masker.mask(text, known).text()).isEqualTo(text);
        assertThat(known.standIn(text)).isFalse();
    }

    @Test
    void withoutKnownNamesAUsualWordStays() {
        assertThat(masker.mask("page 2", KnownNames.NONE).text()).isEqualTo("page 2");
    }
}
