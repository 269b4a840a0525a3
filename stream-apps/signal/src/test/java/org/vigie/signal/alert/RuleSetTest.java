package org.vigie.signal.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vigie.schemas.variable.Range;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alert.rules.RuleBook;

class RuleSetTest {
    private final RuleSet rules = RuleBook.adultIcu().standard().rules();

    @TestFactory
    Stream<DynamicTest> everyLimitIsTheCatalogues() {
        return rules.rules().stream()
                .filter(rule -> rule.kind() == RuleKind.LIMIT)
                .flatMap(rule -> rule.sources().stream())
                .map(source -> DynamicTest.dynamicTest(
                        source.variable() + " " + source.side(), () -> assertThatTheCatalogueAgrees(source)));
    }

    private static void assertThatTheCatalogueAgrees(Source source) {
        var variable = VariableCatalogue.standard().get(source.variable());
        assertThat(source.steps().get(0).limit()).isEqualTo(bound(source, variable.alarm()));
        double urgent = bound(source, variable.urgent());
        if (source.steps().size() == 2 && Double.isFinite(urgent)) {
            assertThat(source.steps().get(1).limit()).isEqualTo(urgent);
        }
        assertThat(Double.isFinite(urgent))
                .as("an urgent limit of the catalogue is in the rules")
                .isIn(false, source.steps().size() == 2);
    }

    private static double bound(Source source, Range range) {
        return source.side() == Side.BELOW ? range.low() : range.high();
    }

    @TestFactory
    Stream<DynamicTest> everyLimitRaisesOneStepBeyondAndNotOnIt() {
        return rules.rules().stream()
                .flatMap(rule -> rule.sources().stream())
                .flatMap(source -> source.steps().stream()
                        .map(step -> DynamicTest.dynamicTest(
                                source.variable() + " " + source.side().sign() + " " + step.limit(), () -> {
                                    double beyond = source.side() == Side.BELOW ? -0.1 : 0.1;
                                    boolean onIt = source.side() == Side.AT_LEAST;
                                    assertThat(source.violates(step.limit(), step.priority()))
                                            .isEqualTo(onIt);
                                    assertThat(source.violates(step.limit() + beyond, step.priority()))
                                            .isTrue();
                                    assertThat(source.violates(step.limit() - beyond, step.priority()))
                                            .isFalse();
                                })));
    }
}
