package org.vigie.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.extraction.StayCode.CodeKind;

class StayCodeTest {
    private static final LocalDateTime AT = LocalDateTime.parse("2150-01-01T08:00:00");

    @ParameterizedTest
    @CsvSource({
        "CIM10, J96.0, true",
        "CIM10, r65.1 , true",
        "CIM10, F10.20, true",
        "CIM10, 51881, false",
        "CCAM, GLLD015, true",
        "CCAM, GLLD15, false",
        "CCAM, GLLD015A, false",
        "ATC, C01CA03, true",
        "ATC, C01, true",
        "ATC, C01CA3, false",
        "ICD9CM, 51881, true",
        "ICD9CM, '', false"
    })
    void aCodeHasTheFormOfItsVocabulary(String vocabulary, String code, boolean wellFormed) {
        assertThat(new StayCode(1, CodeKind.DIAGNOSIS, vocabulary, code, Optional.empty()).isWellFormed())
                .isEqualTo(wellFormed);
    }

    @Test
    void aRowHoldsTheMinutesSinceTheAdmission() {
        assertThat(new StayCode(1, CodeKind.DRUG, "ATC", "c01ca03", Optional.of(AT.plusMinutes(90))).row(7, AT))
                .isEqualTo("7,DRUG,ATC,C01CA03,90");
    }

    @Test
    void aCodeWithoutATimeHasNoMinutes() {
        assertThat(new StayCode(1, CodeKind.DIAGNOSIS, "CIM10", "J96.0", Optional.empty()).row(7, AT))
                .isEqualTo("7,DIAGNOSIS,CIM10,J960,");
    }
}
