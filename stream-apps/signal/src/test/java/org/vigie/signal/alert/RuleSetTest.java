package org.vigie.signal.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.schemas.variable.Range;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.earlywarning.TableFile;

class RuleSetTest {
    private static final String HEADING =
            "rule,kind,device,source,label_fr,label_en,side,limit,priority,hold,band,clear";

    private final RuleSet rules = RuleSet.adultIcu();

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

    @Test
    void aWrongLineIsRefusedWithItsNumber() {
        assertThatThrownBy(() -> rules("a,LIMIT,ecg,pulsometer,x,x,BELOW,50,LOW,PT0S,0,PT0S"))
                .hasMessage("t.csv:4.source: unknown variable 'pulsometer'");
        assertThatThrownBy(() -> rules("a,LIMIT,ecg,hr,x,x,BELOW,fifty,LOW,PT0S,0,PT0S"))
                .hasMessage("t.csv:4.limit: must be a number, was 'fifty'");
        assertThatThrownBy(() -> rules("a,LIMIT,ecg,hr,x,x,BELOW,50,LOW,5 s,0,PT0S"))
                .hasMessage("t.csv:4.hold: must be a duration, was '5 s'");
        assertThatThrownBy(() -> rules("a,LIMIT,ecg,hr")).hasMessage("t.csv:4: must have 12 cells, had 4");
    }

    @Test
    void aMilderStepFurtherOutIsRefused() {
        assertThatThrownBy(() -> rules(
                        "a,LIMIT,ecg,hr,x,x,BELOW,50,HIGH,PT0S,0,PT0S", "a,LIMIT,ecg,hr,x,x,BELOW,40,LOW,PT0S,0,PT0S"))
                .hasMessageContaining("each further step must be more urgent");
    }

    private static RuleSet rules(String... rows) {
        List<String> lines = Stream.concat(Stream.of("# version: t", "# source: t", HEADING), Stream.of(rows))
                .toList();
        return RuleSet.of(TableFile.parse("t.csv", lines));
    }
}
