package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

class CodedValueTableTest {
    private static final CodedValueTable TABLE = CodedValueTable.standard();
    private static final Variable MODE = VariableCatalogue.standard().get(VariableNames.VENT_MODE);

    @ParameterizedTest
    @CsvSource({
        "475147, MDC_VENT_MODE_ISO_AC_PC_6ACAP, 4",
        "475200, MDC_VENT_MODE_ISO_CSV_PS_6ACAP_012_015, 3",
        "PSV, '', 3",
        "'', VNI, 2",
        "ohd, '', 1",
        "Standby, '', 0",
    })
    void aVentilationModeBecomesALevelOfSupport(String code, String name, double level) {
        assertThat(TABLE.number(MODE, List.of(new SentCode("", code, name)))).hasValue(level);
    }

    @Test
    void aWordThatMeansDifferentModesIsNotGuessed() {
        assertThat(TABLE.number(MODE, List.of(new SentCode("", "BIPAP", "")))).isEmpty();
    }

    @Test
    void twoAnswersThatContradictEachOtherHaveNoNumber() {
        // given
        List<SentCode> both = List.of(new SentCode("", "NIV", ""), new SentCode("", "SIMV", ""));

        // when, then
        assertThat(TABLE.number(MODE, both)).isEmpty();
    }

    @Test
    void anAnswerOfAVariableThatIsNotCodedHasNoNumber() {
        // given
        Variable heartRate = VariableCatalogue.standard().get(VariableNames.HR);

        // when, then
        assertThat(TABLE.number(heartRate, List.of(new SentCode("", "YES", ""))))
                .isEmpty();
    }
}
