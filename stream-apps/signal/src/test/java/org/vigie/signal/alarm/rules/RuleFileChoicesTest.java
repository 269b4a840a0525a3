package org.vigie.signal.alarm.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimitBound;

/** Tests what a unit chooses in a rule file: latching, rules that are off, and bounds of patients' limits. */
class RuleFileChoicesTest {
    private final RuleFileStory file = new RuleFileStory();

    @Test
    void aRuleLatchesAtOnePriority() {
        // given
        file.step(90, "MEDIUM", "PT5S").profile("    latching: [HIGH, {rule: rule, priority: MEDIUM}]\n");

        // when
        var latching = file.read().standard().policy().latching();

        // then
        assertThat(latching.priorities()).containsExactly(AlarmPriority.HIGH);
        assertThat(latching.byRule()).isEqualTo(Map.of("rule", Set.of(AlarmPriority.MEDIUM)));
    }

    @Test
    void aRuleThatIsOffIsNotEvaluated() {
        // given
        file.step(90, "MEDIUM", "PT5S").profile("    latching: []\n    off: [rule]\n");

        // when
        var rules = file.read().standard().rules();

        // then
        assertThat(rules.rules()).isEmpty();
    }

    @Test
    void anUnknownRuleCannotBeSwitchedOff() {
        // given
        file.step(90, "MEDIUM", "PT5S").profile("    latching: []\n    off: [rulez]\n");

        // then
        assertThatThrownBy(file::read).hasMessage("t.yaml:20: off: must be the name of a rule, was 'rulez'");
    }

    @Test
    void aBoundNamesVariableRoleAndRange() {
        // given
        file.step(90, "MEDIUM", "PT5S").bounds("""
              - variable: spo2
                side: BELOW
                priority: MEDIUM
                source: nobody
                roles: {nurse: {floor: 86, ceiling: 92}}
            """).profile("    latching: []\n    maxLimit: PT12H\n");

        // when
        var limits = file.read().standard().policy().limits();

        // then
        assertThat(limits.longest()).hasHours(12);
        assertThat(limits.bounds())
                .containsExactly(new PatientLimitBound("spo2", LimitSide.BELOW, AlarmPriority.MEDIUM, "nurse", 86, 92));
    }

    @Test
    void aFloorAboveItsCeilingIsRefused() {
        // given
        file.step(90, "MEDIUM", "PT5S").bounds("""
              - variable: spo2
                side: BELOW
                priority: MEDIUM
                source: nobody
                roles: {nurse: {floor: 93, ceiling: 92}}
            """);

        // then
        assertThatThrownBy(file::read).hasMessage("t.yaml:20: floor: must be at most the ceiling, was '93'");
    }

    @Test
    void onlyTheLowestUrgentLimitOfTheHeartRateMustNotBeDelayed() {
        // given
        file.rule("LIMIT", "hr", "BELOW").step(20, "HIGH", "PT3S");

        // then
        assertThatThrownBy(file::read)
                .hasMessage("t.yaml:14: hold: must be PT0S: asystole and apnoea wait for nothing, was 'PT3S'");
    }

    @Test
    void aPairOfMeasurementsNeedsTwoVariables() {
        // given
        file.rule("TECHNICAL", "overdue:nibp_mean", "ABOVE").step(300, "LOW", "PT0S");

        // then
        assertThatThrownBy(file::read).hasMessageContaining("must be a variable that a TECHNICAL rule can watch");
    }
}
