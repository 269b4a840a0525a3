package org.vigie.station.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

class DisplayConfigTest {
    private static final DisplayConfig FRENCH = DisplayConfig.defaults();

    @Test
    void laboratoryValuesAreReadInSiUnits() {
        assertThat(shown("creatinine", 1.0)).isCloseTo(88.4, within(0.05));
        assertThat(shown("bun", 28.0)).isCloseTo(10.0, within(0.01));
        assertThat(shown("bilirubin_total", 1.0)).isCloseTo(17.1, within(0.05));
        assertThat(shown("glucose", 180.16)).isCloseTo(10.0, within(0.01));
    }

    @Test
    void otherVariablesAndOtherSitesKeepTheCataloguesUnit() {
        // when, then
        assertThat(FRENCH.unitOf(variable("hr"))).isEmpty();
        assertThat(FRENCH.unitOf(variable("hemoglobin")))
                .as("g/dL in France, too")
                .isEmpty();
        // when
        var stored = new DisplayConfig(ScoreDisplay.BED, UnitSystem.CATALOGUE);
        // then
        assertThat(stored.unitOf(variable("creatinine"))).isEmpty();
    }

    @Test
    void eachUnitChoosesWhereItShowsAScore() {
        // given
        var config = new DisplayConfig(
                ScoreDisplay.BED, Map.of("REA", ScoreDisplay.SILENT, "USC", ScoreDisplay.OFF), true, UnitSystem.SI);

        // then
        assertThat(config.scoreAt("REA/01")).isEqualTo(ScoreDisplay.SILENT);
        assertThat(config.scoreAt("USC/01")).isEqualTo(ScoreDisplay.OFF);
        assertThat(config.scoreAt("SSPI/01")).isEqualTo(ScoreDisplay.BED);
        assertThat(config.scoreAt("bed 4")).isEqualTo(ScoreDisplay.BED);
    }

    @Test
    void aClockThatNobodyCanReadIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnitClockConfig("Paris", List.of()))
                .withMessage("zone: must be a time zone such as Europe/Paris, was 'Paris'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnitClockConfig("Europe/Paris", List.of("07:00", "7 h")))
                .withMessage("shifts: must be times of day such as 07:00, was '7 h'");
    }

    @Test
    void aUnitWithRulesOfItsOwnHasItsOwnAge() {
        // given
        var adults = new AdultAgeConfig(16, Map.of("PED", 0));
        var config =
                new DisplayConfig(ScoreDisplay.BED, Map.of(), true, UnitSystem.SI, UnitClockConfig.defaults(), adults);

        // then
        assertThat(config.adultAgeAt("REA/01")).isEqualTo(16);
        assertThat(config.adultAgeAt("PED/01")).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdultAgeConfig(16, Map.of("PED", -1)))
                .withMessage("byUnit.PED: must be 0 to 21 years, was -1");
    }

    private static double shown(String name, double stored) {
        return stored * FRENCH.unitOf(variable(name)).orElseThrow().factor();
    }

    private static Variable variable(String name) {
        return VariableCatalogue.standard().find(name).orElseThrow();
    }
}
