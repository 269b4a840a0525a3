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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "van der Berg|van der",
                "des Moulins|alarme des capteurs",
                "UNKNOWN|unknown rhythm",
                "TEST|test pompe",
                "PATIENT|patient agité",
                "Inconnu|code inconnu",
                "ANONYME|anonyme",
            })
    void aFunctionWordOrAPlaceholderIsNoName(String name, String text) {
        assertThat(masker.mask(text, KnownNames.of(List.of(name))).text()).isEqualTo(text);
    }

    @Test
    void theOtherPartsOfANameWithParticlesAreMasked() {
        // given
        KnownNames names = KnownNames.of(List.of("van der Berg", "des Moulins", "Das"));

        // then
        assertThat(names.words()).containsExactlyInAnyOrder("berg", "moulins", "das");
    }

    @ParameterizedTest
    @CsvSource({"FC Min 40", "Mol", "pression bar", "SpO2 Bas", "SpO2-Bas", "HR HIGH", "pouls lent", "pouls rapide"})
    void aUnitOrADirectionStaysAlsoWhereItIsAKnownName(String text) {
        // given
        KnownNames names = KnownNames.of(List.of("Min", "Mol", "Bar", "Bas", "High", "Lent", "Rapide", "Hugo"));

        // then
        assertThat(masker.mask(text, names).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alarme de hugo bas|alarme de [NOM] [NOM]",
                "alarme de BAS HUGO|alarme de [NOM] [NOM]",
            })
    void aDirectionBesideAnotherKnownNameIsMasked(String text, String masked) {
        // given
        KnownNames names = KnownNames.of(List.of("Bas", "Hugo"));

        // then
        assertThat(masker.mask(text, names).text()).isEqualTo(masked);
    }

    @Test
    void ofAJoinedWordTheNameAloneIsMasked() {
        assertThat(masker.mask("capteur-lefevre-roux-bas", known).text()).isEqualTo("capteur-[NOM]-bas");
    }
}
