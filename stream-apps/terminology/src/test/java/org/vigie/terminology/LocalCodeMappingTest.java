package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.VariableNames;

class LocalCodeMappingTest {
    private static LocalCodeMapping mapping(String sender, String code, String name) {
        return new LocalCodeMapping(sender, code, name, VariableNames.HR);
    }

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "ventrack, VENTRACK|REA, true",
        "TRACK, VENTRACK|REA, true",
        "VENTRACK, PHILIPS|REA, false",
        "^99VENT, PHILIPS|REA, true",
    })
    void aMappingConcernsSendersWithItsTextInTheirName(String sender, String from, boolean expected) {
        assertThat(mapping(sender, "HR", "").isFrom(from)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HR, '', hr, Heart rate, true",
        "HR, '', HR2, Heart rate, false",
        "'', heart rate, X7, Heart  Rate, true",
        "'', heart rate, Heart_Rate, '', true",
        "HR, heart rate, HR, Pulse, false",
    })
    void codeAndNameMustBothFitInAnyCase(String code, String name, String sentCode, String sentName, boolean expected) {
        // given
        SentCode sent = new SentCode("99VENT", sentCode, sentName);

        // when, then
        assertThat(mapping("*", code, name).fits("VENTRACK|REA", sent)).isEqualTo(expected);
    }

    @Test
    void aMappingOfACodingSystemFitsItsCodesOnly() {
        // when
        LocalCodeMapping mapping = mapping("^99VENT", "HR", "");

        // then
        assertThat(mapping.fits("any", new SentCode("99vent", "HR", ""))).isTrue();
        assertThat(mapping.fits("any", new SentCode("99PUMP", "HR", ""))).isFalse();
    }

    @Test
    void aMappingOfOneSenderRanksAboveOneOfAllSenders() {
        assertThat(mapping("VENTRACK", "", "Heart rate").precision())
                .isGreaterThan(mapping("*", "HR", "").precision());
        assertThat(mapping("*", "HR", "").precision())
                .isGreaterThan(mapping("*", "", "Heart rate").precision());
    }

    @Test
    void aMappingWithoutCodeAndNameIsRefused() {
        assertThatThrownBy(() -> mapping("*", " ", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mapping: needs a code or a name, has neither");
    }
}
