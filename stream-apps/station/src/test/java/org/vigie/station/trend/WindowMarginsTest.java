package org.vigie.station.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.table.ClinicalTable;

/** Tests how far a present vital sign may lie outside the values that a score has seen. */
class WindowMarginsTest {
    private static final VariableCatalogue CATALOGUE = VariableCatalogue.standard();

    @Test
    void eachVariableThatHasAnAlarmLimitHasAMargin() {
        // when
        Set<String> limited = AlarmRuleCatalogue.adultIcu().standard().rules().of(AlarmRuleKind.LIMIT).stream()
                .map(AlarmRule::sources)
                .flatMap(List::stream)
                .map(RuleInput::variable)
                .collect(Collectors.toSet());

        // then
        assertThat(limited)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(WindowMargins.standard().of(variable(name)))
                        .as(name)
                        .isPresent());
    }

    @Test
    void aLaboratoryValueHidesNoScore() {
        assertThat(WindowMargins.standard().of(variable("lactate"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"heart,8,must be in the catalogue", "hr,0,must be above 0", "hr,,must be above 0"})
    void aRowThatCannotBeUsedIsRefusedWithItsLine(String variable, String margin, String expected) {
        // given
        String row = variable + "," + (margin == null ? "" : margin);
        var table = ClinicalTable.parse("m.csv", List.of("# version: 1", "# source: test", "variable,margin", row));

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowMargins.of(table, CATALOGUE))
                .withMessageContaining("m.csv:4")
                .withMessageContaining(expected);
    }

    private static Variable variable(String name) {
        return CATALOGUE.find(name).orElseThrow();
    }
}
