package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for whom the limits and scores of adults may not be meant. */
class AgeDoubtTest {
    @ParameterizedTest
    @CsvSource({
        "0.1, 16, CHILD",
        "15.9, 16, CHILD",
        "16, 16,",
        "72, 16,",
        ", 16, UNKNOWN",
        "17, 18, CHILD",
        "3, 0,",
        ", 0,"
    })
    void aPatientUnderTheAgeOfTheRulesIsAChildAndNoAgeIsSaid(Double age, int adultFrom, AgeDoubt doubt) {
        assertThat(AgeDoubt.of(age, adultFrom)).isEqualTo(Optional.ofNullable(doubt));
    }
}
