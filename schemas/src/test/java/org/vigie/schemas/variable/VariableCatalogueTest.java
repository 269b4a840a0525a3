package org.vigie.schemas.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the variable catalogue and its unit conversions. */
class VariableCatalogueTest {
    private static final VariableCatalogue CATALOGUE = VariableCatalogue.standard();

    static Stream<Variable> variables() {
        return CATALOGUE.all().stream();
    }

    @Test
    void itHoldsEveryVariableOnce() {
        assertThat(CATALOGUE.all()).hasSize(77).extracting(Variable::name).doesNotHaveDuplicates();
    }

    @Test
    void the37SeriesOfPhysioNet2012FillTheirColumns() {
        assertThat(CATALOGUE.series())
                .extracting(variable -> variable.series().getAsInt())
                .containsExactlyElementsOf(IntStream.range(0, 37).boxed().toList());
        assertThat(CATALOGUE.findChallenge2012("HR")).contains(CATALOGUE.get("hr"));
    }

    /** A limit that lies where only suspect or rejected values can be would never raise an alarm. */
    @ParameterizedTest
    @MethodSource("variables")
    void rangesAreNested(Variable variable) {
        assertThat(variable.soft()).satisfies(soft -> assertInside(soft, variable.hard()));
        assertThat(variable.alarm()).satisfies(alarm -> assertInside(alarm, variable.soft()));
        assertThat(variable.urgent()).satisfies(urgent -> assertInside(urgent, variable.soft()));
        assertThat(variable.urgent().low()).isLessThanOrEqualTo(variable.alarm().low());
        assertThat(variable.urgent().high())
                .isGreaterThanOrEqualTo(variable.alarm().high());
    }

    @ParameterizedTest
    @MethodSource("variables")
    void whatIsAssumedWhenUnmeasuredRaisesNoAlarm(Variable variable) {
        assertThat(variable.soft().contains(variable.normal())).isTrue();
        assertThat(variable.alarm().contains(variable.normal())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("variables")
    void everyVariableHasAUnitAndItsNames(Variable variable) {
        assertThat(variable.name()).matches("[a-z][a-z0-9_]*");
        assertThat(Stream.of(variable.unit(), variable.labelEn(), variable.labelFr(), variable.kind()))
                .noneMatch(String::isBlank);
    }

    /** Checked against the usual tables: 37 Cel is 98.6 [degF], 1 kPa is 7.50062 mm[Hg], glucose 180.16 g/mol, creatinine 113.12 g/mol. */
    @ParameterizedTest
    @CsvSource({
        "temp, [degF], 98.6, 37",
        "temp, K, 310.15, 37",
        "abp_mean, kPa, 10, 75.0062",
        "glucose, mmol/L, 5, 90.08",
        "creatinine, umol/L, 88.4, 1.0",
        "lactate, mg/dL, 18.02, 2.0",
        "fio2, 1, 0.21, 21",
        "weight, [lb_av], 100, 45.359237",
        "peep, mbar, 10, 10.197",
        "plateau_pressure, mm[Hg], 20, 27.190",
        "tidal_volume, L, 0.45, 450",
        "noradrenaline, ug/kg/h, 12, 0.2",
        "vasopressin, U/h, 1.8, 0.03",
        "hr, /min, 80, 80"
    })
    void otherUnitsAreConverted(String name, String unit, double value, double expected) {
        assertThat(CATALOGUE.get(name).conversionFrom(unit).orElseThrow().apply(value))
                .isCloseTo(expected, within(0.01));
    }

    @Test
    void anUnknownUnitIsNotGuessed() {
        assertThat(CATALOGUE.get("glucose").conversionFrom("furlong")).isEmpty();
    }

    @Test
    void anUnknownNameIsNotFound() {
        assertThat(CATALOGUE.find("mood")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CATALOGUE.get("mood"))
                .withMessage("variable: unknown name 'mood'");
    }

    private static void assertInside(ValueRange inner, ValueRange outer) {
        assertThat(Double.isInfinite(inner.low()) || outer.contains(inner.low()))
                .as("%s within %s", inner, outer)
                .isTrue();
        assertThat(Double.isInfinite(inner.high()) || outer.contains(inner.high()))
                .as("%s within %s", inner, outer)
                .isTrue();
    }
}
