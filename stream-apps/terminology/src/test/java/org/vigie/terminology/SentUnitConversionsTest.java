package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

class SentUnitConversionsTest {
    private static final Variable TEMPERATURE = VariableCatalogue.standard().get(VariableNames.TEMP);
    private static final Variable HEART_RATE = VariableCatalogue.standard().get(VariableNames.HR);

    private static List<SentCode> codes(String... codes) {
        return Stream.of(codes).map(code -> new SentCode("", code, "")).toList();
    }

    @ParameterizedTest
    @CsvSource({"Cel, 37", "degC, 37", "[degF], 98.6"})
    void aUnitIsConvertedWhateverItIsCalled(String unit, double value) {
        // when
        Optional<Double> read =
                SentUnitConversions.conversion(TEMPERATURE, codes(unit)).map(of -> of.apply(value));

        // then
        assertThat(read).hasValueSatisfying(celsius -> assertThat(celsius).isBetween(36.99, 37.01));
    }

    @Test
    void unitsThatContradictEachOtherHaveNoConversion() {
        assertThat(SentUnitConversions.conversion(TEMPERATURE, codes("Cel", "[degF]")))
                .isEmpty();
        assertThat(SentUnitConversions.conversion(TEMPERATURE, codes("Cel", "degC")))
                .isPresent();
    }

    @Test
    void aUnitOfAnotherQuantityHasNoConversion() {
        assertThat(SentUnitConversions.conversion(HEART_RATE, codes("mm[Hg]"))).isEmpty();
        assertThat(SentUnitConversions.conversion(HEART_RATE, List.of())).isEmpty();
    }

    @Test
    void aCodeAndANameOfOneUnitAreSeparateWords() {
        // given
        List<SentCode> units = List.of(new SentCode("UCUM", "/min", "bpm"));
        // when
        List<SentCode> words = SentUnitConversions.separateWords(units);
        // then
        assertThat(words).containsExactly(new SentCode("UCUM", "/min", ""), new SentCode("UCUM", "", "bpm"));
    }

    @Test
    void anUnknownUnitStaysAsItWasSent() {
        assertThat(SentUnitConversions.ucum("furlongs")).isEqualTo("furlongs");
        assertThat(SentUnitConversions.ucum("G/L")).isEqualTo("10*9/L");
    }
}
