package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;

class CatalogueCodesTest {
    @Test
    void everyMdcCodeOfTheCatalogueIsUnderstood() {
        assertThat(VariableCatalogue.standard().all())
                .filteredOn(variable -> !variable.mdc().isEmpty())
                .allSatisfy(variable -> assertThat(
                                CodeMap.standard().find("", List.of(new SentCode("MDC", variable.mdc(), ""))))
                        .contains(variable));
    }

    @Test
    void everyLoincCodeOfTheCatalogueIsUnderstood() {
        assertThat(VariableCatalogue.standard().all())
                .filteredOn(variable -> !variable.loinc().isEmpty())
                .filteredOn(variable -> !variable.name().equals("pulse_nibp")) // shares the heart rate's
                .allSatisfy(variable -> assertThat(
                                CodeMap.standard().find("", List.of(new SentCode("LN", variable.loinc(), ""))))
                        .contains(variable));
    }

    @Test
    void everyUnitAndEveryConversionOfTheCatalogueIsUnderstood() {
        assertThat(VariableCatalogue.standard().all()).allSatisfy(variable -> {
            assertThat(SentUnitConversions.conversion(variable, List.of(new SentCode("UCUM", variable.unit(), ""))))
                    .isPresent();
            assertThat(variable.conversions())
                    .allSatisfy((unit, conversion) -> assertThat(
                                    SentUnitConversions.conversion(variable, List.of(new SentCode("", unit, ""))))
                            .contains(conversion));
        });
    }
}
