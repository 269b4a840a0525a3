package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.VariableCatalogue;

class UnitlessNumberTest {
    @ParameterizedTest
    @CsvSource({
        "hr, 72, true",
        "temp, 37.2, true",
        "temp, 98.6, false",
        "spo2, 97, true",
        "spo2, 0.97, false",
        "spo2, 0, true",
        "ph, 7.4, true",
        "glucose, 100, false",
    })
    void aNumberIsOfTheCataloguesUnitWhenNoOtherUnitIsInUse(String variable, double value, boolean expected) {
        // when
        UnitlessNumber number = new UnitlessNumber(VariableCatalogue.standard().get(variable), value);

        // then
        assertThat(number.isOfCatalogueUnit()).isEqualTo(expected);
    }
}
