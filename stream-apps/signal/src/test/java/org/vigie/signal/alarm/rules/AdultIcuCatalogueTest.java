package org.vigie.signal.alarm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimitBound;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.lifecycle.AlarmPolicy;

/** Tests the numbers and the policy of the shipped rule file. */
class AdultIcuCatalogueTest {
    private static final Pattern SOURCE = Pattern.compile("source: \"([^\"]*)\"");
    /** Document, year and section; or a default; or a reference to another limit of the file. */
    private static final Pattern SOURCE_FORM = Pattern.compile(
            "unit default, to be set locally|^as |\\b\\d{4}\\b.*\\b(table|chart|chapter|section|recommendation)\\b");

    private final UnitRules unit = AlarmRuleCatalogue.adultIcu().standard();
    private final AlarmPolicy policy = unit.policy();

    @Test
    void everyLimitNamesItsSource() throws IOException {
        assertThat(lines())
                .filteredOn(line -> line.contains("- {limit:"))
                .hasSizeGreaterThan(50)
                .allMatch(line -> line.contains("source: \""));
    }

    @Test
    void everySourceNamesDocumentYearAndSectionOrSaysThatItIsAUnitDefault() throws IOException {
        // given
        Predicate<String> form = SOURCE_FORM.asPredicate();

        // when
        List<String> sources = lines().stream()
                .map(SOURCE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();

        // then
        assertThat(sources).hasSizeGreaterThan(90).allMatch(form);
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = AlarmRuleCatalogue.class.getResourceAsStream("adult-icu.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> aValueBeyondAnUrgentLimitOfTheCatalogueIsNotSilent() {
        return inputs().filter(input -> Double.isFinite(urgent(input)))
                .map(input -> DynamicTest.dynamicTest(input.variable() + " " + input.side(), () -> {
                    double beyond = urgent(input) + (input.side() == LimitSide.BELOW ? -1 : 1);
                    boolean calls = inputs().filter(other -> other.variable().equals(input.variable()))
                            .anyMatch(other -> other.violates(beyond, AlarmPriority.HIGH)
                                    || other.violates(beyond, AlarmPriority.MEDIUM));
                    assertThat(calls).isTrue();
                }));
    }

    private Stream<RuleInput> inputs() {
        return unit.rules().of(AlarmRuleKind.LIMIT).stream().flatMap(rule -> rule.sources().stream());
    }

    private static double urgent(RuleInput input) {
        ValueRange range = VariableCatalogue.standard().get(input.variable()).urgent();
        return input.side() == LimitSide.BELOW ? range.low() : range.high();
    }

    @Test
    void everyBoundHoldsTheLimitOfTheUnit() {
        assertThat(policy.limits().bounds())
                .isNotEmpty()
                .allSatisfy(
                        bound -> assertThat(inputs()).as(bound.toString()).anyMatch(input -> isInside(input, bound)));
    }

    private static boolean isInside(RuleInput input, PatientLimitBound bound) {
        return input.variable().equals(bound.variable())
                && input.side() == bound.side()
                && input.step(bound.priority())
                        .filter(step -> step.limit() >= bound.floor() && step.limit() <= bound.ceiling())
                        .isPresent();
    }

    @Test
    void noRoleMaySetAnUrgentSaturationLimitBelow75OrAnUrgentMeanPressureBelow45() {
        assertThat(policy.limits().bounds())
                .filteredOn(bound -> bound.priority() == AlarmPriority.HIGH && bound.side() == LimitSide.BELOW)
                .filteredOn(bound -> Set.of("spo2", "abp_mean").contains(bound.variable()))
                .hasSize(6)
                .allMatch(bound -> bound.floor() >= (bound.variable().equals("spo2") ? 75 : 45));
        assertThat(policy.limits().longest()).hasHours(12);
    }

    @Test
    void bradycardiaAsystoleAndApnoeaLatch() {
        // given
        Set<AlarmPriority> high = Set.of(AlarmPriority.HIGH);

        // when, then
        assertThat(policy.latching().byRule())
                .isEqualTo(Map.of("asystole", high, "apnoea", high, "hr_low", high, "rr_low", high));
    }

    @Test
    void theReferenceNurseIsCalledBeforeThePhysicianOnCall() {
        assertThat(policy.escalation().get(AlarmPriority.HIGH))
                .extracting(AlarmPolicy.EscalationStep::to)
                .containsExactly("reference-nurse", "physician-on-call");
    }

    @Test
    void everyUnitPassesOnAnUnansweredAlarmAboveLowWithinFiveMinutes() {
        // given
        Set<AlarmPriority> aboveLow = Set.of(AlarmPriority.HIGH, AlarmPriority.MEDIUM);

        // when
        List<Duration> firstSteps = Stream.of("REA/01", "USC/01")
                .map(bed -> AlarmRuleCatalogue.adultIcu().at(bed).policy().escalation())
                .flatMap(chains -> aboveLow.stream().map(chains::get))
                .map(chain -> chain.get(0).after())
                .toList();

        // then
        assertThat(firstSteps).hasSize(4).allMatch(after -> after.compareTo(Duration.ofMinutes(5)) <= 0);
    }
}
