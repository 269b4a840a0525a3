package org.vigie.signal.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMaskerTest {
    private final TextMasker masker = new TextMasker();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FC haute, patient Jean Dupont|FC haute, patient [NOM]",
                "DUPONT Jean SpO2 basse|[NOM] SpO2 basse",
                "Mme Le Roux ép. Kermarrec|Mme [NOM] ép. [NOM]",
                "Yanis OUEDRAOGO, lit 4|[NOM], lit 4",
                "S. Lambert prévenue|[NOM] prévenue",
                "née le 12/03/1958|née le [NAISSANCE]",
                "DDN 19580312|DDN [NAISSANCE]",
                "NIR 1 58 03 75 116 042 27|NIR [NIR]",
                "INS 1.58.03.2A.116.042.27|INS [NIR]",
                "Appeler le 06 12 34 56 78|Appeler le [TEL]",
                "Tel +33 6 12 34 56 78|Tel [TEL]",
                "Habite 12 rue des Lilas, 75011 Paris|Habite [ADRESSE]",
                "Mail a.b@exemple.fr|Mail [MAIL]",
                "IPP 8004512377|IPP [NUMERO]",
            })
    void aDirectIdentifierIsMasked(String text, String masked) {
        assertThat(masker.mask(text).text()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SpO2 85 %, FC 130/min, PAM 52 mmHg",
                "Noradrénaline 0,5 µg/kg/min, diurèse 20 ml/h",
                "Glasgow 8, score de Ramsay 4, RASS -2",
                "Leucocytes 12000 /mm3, plaquettes 150000",
                "Syndrome de Guillain-Barré, maladie de Parkinson",
                "Urines claires, pierre de 8 mm, perfusion rose",
                "HEART RATE HIGH 145 bpm, NIBP 92/54",
                "Température 39,2 °C à 14 h 30",
            })
    void whatTheWardMeasuresAndTreatsStays(String text) {
        assertThat(masker.mask(text)).isEqualTo(new MaskedText(text, List.of()));
    }

    @Test
    void aNameThatStoodOnceBesideATitleIsMaskedEverywhereInTheText() {
        // when
        MaskedText masked = masker.mask("Mme Haddad transférée. Prélèvement Haddad perdu.");

        // then
        assertThat(masked.text()).isEqualTo("Mme [NOM] transférée. Prélèvement [NOM] perdu.");
    }

    @Test
    void aMaskedTextSaysWhereItsIdentifiersStood() {
        // when
        MaskedText masked = masker.mask("né le 12/03/1958");

        // then
        assertThat(masked.spans()).containsExactly(new MaskedSpan(6, 16, MaskKind.BIRTH_DATE));
    }

    @Test
    void aTextOfAHostileSenderIsCut() {
        // given
        String text = "12 rue ".repeat(10_000);

        // then
        assertThat(masker.mask(text).text()).hasSizeLessThanOrEqualTo(4_000);
    }
}
