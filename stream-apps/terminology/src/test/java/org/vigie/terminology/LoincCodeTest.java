package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.UnitConversion;

class LoincCodeTest {
    /** Results of a French laboratory, and the same in the unit of the catalogue by their molar masses. */
    @ParameterizedTest
    @CsvSource({
        "14682-9, creatinine, umol/L, 88.4, 1.0",
        "14682-9, creatinine, µmol/L, 88.4, 1.0",
        "14749-6, glucose, mmol/L, 5.55, 100",
        "15074-8, glucose, mmol/L, 5.55, 100",
        "22664-7, bun, mmol/L, 7.14, 20",
        "14631-6, bilirubin_total, umol/L, 17.1, 1.0",
        "14629-0, bilirubin_direct, umol/L, 17.1, 1.0",
        "14118-4, lactate, mg/dL, 18.02, 2.0",
        "2524-7, lactate, mmol/L, 2.0, 2.0",
        "2000-8, calcium, mmol/L, 2.25, 9.018",
        "2601-3, magnesium, mmol/L, 0.85, 0.85",
        "14879-1, phosphate, mmol/L, 1.0, 3.097",
        "14647-2, cholesterol, mmol/L, 5.0, 193.4",
        "59260-0, hemoglobin, mmol/L, 8.0, 12.9",
        "718-7, hemoglobin, g/L, 130, 13",
        "8867-4, hr, /min, 80, 80"
    })
    void aCodeHasItsVariableAndItsValueTheUnitOfTheCatalogue(
            String code, String variable, String unit, double sent, double value) {
        // when
        LoincCode found = code(code);
        Optional<UnitConversion> conversion = found.conversionFrom(unit);
        // then
        assertThat(found.variable().name()).isEqualTo(variable);
        assertThat(conversion.orElseThrow().apply(sent)).isCloseTo(value, within(0.005 * value));
    }

    @Test
    void ureaInAUnitOfUreaNitrogenIsNotConverted() {
        assertThat(code("22664-7").conversionFrom("mg/dL")).isEmpty();
        assertThat(code("3094-0").conversionFrom("mg/dL")).contains(UnitConversion.IDENTITY);
    }

    @Test
    void aUnitThatIsMissingOrUnknownIsNotConverted() {
        assertThat(code("14682-9").conversionFrom("")).isEmpty();
        assertThat(code("14682-9").conversionFrom("mL")).isEmpty();
    }

    private static LoincCode code(String code) {
        return LoincCode.all().stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
