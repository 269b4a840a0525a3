package org.vigie.signal.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests that the limits of the rule set adult-icu-3 are those of the variable catalogue. */
class AlarmRuleSetTest {
    private final AlarmRuleSet rules =
            AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow().standard().rules();

    @TestFactory
    Stream<DynamicTest> everyLimitIsTheCatalogues() {
        return rules.rules().stream()
                .filter(rule -> rule.kind() == AlarmRuleKind.LIMIT)
                .flatMap(rule -> rule.sources().stream())
                .map(input -> DynamicTest.dynamicTest(
                        input.variable() + " " + input.side(), () -> assertThatTheCatalogueAgrees(input)));
    }

    private static void assertThatTheCatalogueAgrees(RuleInput input) {
        var variable = VariableCatalogue.standard().get(input.variable());
        assertThat(input.steps().get(0).limit()).isEqualTo(bound(input, variable.alarm()));
        double urgent = bound(input, variable.urgent());
        if (input.steps().size() == 2 && Double.isFinite(urgent)) {
            assertThat(input.steps().get(1).limit()).isEqualTo(urgent);
        }
        assertThat(Double.isFinite(urgent))
                .as("an urgent limit of the catalogue is in the rules")
                .isIn(false, input.steps().size() == 2);
    }

    private static double bound(RuleInput input, ValueRange range) {
        return input.side() == LimitSide.BELOW ? range.low() : range.high();
    }

    @TestFactory
    Stream<DynamicTest> everyLimitRaisesOneStepBeyondAndNotOnIt() {
        return rules.rules().stream()
                .flatMap(rule -> rule.sources().stream())
                .flatMap(input -> input.steps().stream()
                        .map(step -> DynamicTest.dynamicTest(
                                input.variable() + " " + input.side().sign() + " " + step.limit(), () -> {
                                    double beyond = input.side() == LimitSide.BELOW ? -0.1 : 0.1;
                                    boolean onIt = input.side() == LimitSide.AT_LEAST;
                                    assertThat(input.violates(step.limit(), step.priority()))
                                            .isEqualTo(onIt);
                                    assertThat(input.violates(step.limit() + beyond, step.priority()))
                                            .isTrue();
                                    assertThat(input.violates(step.limit() - beyond, step.priority()))
                                            .isFalse();
                                })));
    }
}
