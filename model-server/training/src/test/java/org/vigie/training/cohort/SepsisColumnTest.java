package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;

class SepsisColumnTest {
    @Test
    void aColumnHasTheUnitOfTheCatalogueUnlessTheSetHasAnother() {
        assertThat(SepsisColumn.named("HR").orElseThrow())
                .isEqualTo(new SepsisColumn(
                        "hr", VariableCatalogue.standard().get("hr").unit()));
        assertThat(SepsisColumn.named("FiO2").orElseThrow().unit()).isEqualTo("1");
        assertThat(SepsisColumn.named("Magnesium").orElseThrow().unit()).isEqualTo("mg/dL");
    }

    @Test
    void everyUnitCanBeConvertedToThatOfTheCatalogue() {
        assertThat(List.of("FiO2", "Magnesium", "Glucose", "Temp", "Platelets")).allSatisfy(name -> {
            SepsisColumn column = SepsisColumn.named(name).orElseThrow();
            assertThat(VariableCatalogue.standard().get(column.variable()).conversionFrom(column.unit()))
                    .as(name)
                    .isPresent();
        });
    }

    @Test
    void aColumnThatIsNoSeriesIsNone() {
        assertThat(SepsisColumn.named("SepsisLabel")).isEmpty();
        assertThat(SepsisColumn.named("hr")).isEmpty();
    }
}
