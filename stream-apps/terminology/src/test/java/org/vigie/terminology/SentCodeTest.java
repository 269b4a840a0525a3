package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"RR-SET", "HRHI", "SETRR", "PEEP TARGET", "ABP_ALARM", "spo2-low", "HR LIMITS"})
    void aCodeCanNameALimitOrASetting(String code) {
        assertThat(new SentCode("", code, "").namesLimitOrSetting()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RR", "HR", "SPO2", "HIGHLANDER", "LIMB LEAD", "TEMP"})
    void aCodeOfAMeasurementNamesNoLimit(String code) {
        assertThat(new SentCode("", code, "").namesLimitOrSetting()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"150037, 150037", "2::18965, 150037", "0002-4a15, 150037", "MDC_PRESS, -1", "'', -1", "65536::1, -1"})
    void aNumberOfMdcIsReadInItsThreeForms(String text, int number) {
        assertThat(SentCode.number(text)).isEqualTo(number);
    }

    @Test
    void aNameOfMdcNeedsNoSystem() {
        assertThat(new SentCode("", "", "MDC_ECG_HEART_RATE").definedBy()).isEqualTo(CodeSystem.MDC);
        assertThat(new SentCode("99VENT", "HR", "Heart rate").definedBy()).isEqualTo(CodeSystem.LOCAL);
    }

    @Test
    void namesAreComparedInUpperCaseWithOneBlankBetweenWords() {
        assertThat(SentCode.plain(" heart__rate \t x ")).isEqualTo("HEART RATE X");
    }
}
