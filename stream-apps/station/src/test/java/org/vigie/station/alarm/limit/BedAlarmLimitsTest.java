package org.vigie.station.alarm.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

class BedAlarmLimitsTest {
    private final WardAlarmLimits ward = new WardAlarmLimits(AlarmRuleCatalogue.adultIcu());

    @Test
    void ofSeveralViolatedLimitsTheMostUrgentIsNamed() {
        // when
        BedAlarmLimits limits = ward.at("REA/01", List.of());

        // then
        assertThat(limits.violatedBy("hr", 30)).hasValueSatisfying(violation -> {
            assertThat(violation.side()).isEqualTo("BELOW");
            assertThat(violation.priority()).isEqualTo(AlarmPriority.HIGH);
            assertThat(violation.own()).isFalse();
        });
        assertThat(limits.violatedBy("hr", 82)).isEmpty();
        assertThat(limits.violatedBy("lactate", 9))
                .as("a variable without a limit")
                .isEmpty();
    }

    @Test
    void aPatientsLimitReplacesTheUnitsLimit() {
        // given
        var own = new PatientLimitSnapshot("hr", "ABOVE", "MEDIUM", 135, "AB", 0, null, "FA");

        // when
        BedAlarmLimits limits = ward.at("REA/01", List.of(own));

        // then
        assertThat(priority("REA/01", 132)).contains(AlarmPriority.MEDIUM);
        assertThat(limits.violatedBy("hr", 132).map(LimitViolationSnapshot::priority))
                .isNotEqualTo(Optional.of(AlarmPriority.MEDIUM));
        assertThat(limits.violatedBy("hr", 136)).hasValueSatisfying(violation -> {
            assertThat(violation.limit()).isEqualTo(135);
            assertThat(violation.own()).isTrue();
        });
    }

    @Test
    void anotherUnitHasItsOwnLimits() {
        assertThat(priority("USC/01", 132)).isNotEqualTo(Optional.of(AlarmPriority.MEDIUM));
        assertThat(priority("REA/01", 132)).contains(AlarmPriority.MEDIUM);
    }

    @Test
    void theRuleOfAScoreIsKnown() {
        // when
        BedAlarmLimits limits = ward.at("REA/01", List.of());

        // then
        assertThat(limits.isScore("news2")).isTrue();
        assertThat(limits.isScore("hr_high")).isFalse();
        assertThat(limits.isScore("a rule of another version")).isFalse();
    }

    @Test
    void theValueThatEndsAnAlarmIsTheOutermostOneThatTheRuleClears() {
        // given
        List<RuleInput> inputs = AlarmRuleCatalogue.adultIcu().at("REA/01").rules().of(AlarmRuleKind.LIMIT).stream()
                .flatMap(rule -> rule.sources().stream())
                .toList();
        assertThat(inputs).isNotEmpty();

        for (RuleInput input : inputs) {
            // when
            double end = AlarmEndSnapshot.of(input).value();
            double inwards = input.side() == LimitSide.BELOW ? 1 : -1;

            // then
            assertThat(input.clears(end + 0.001 * inwards)).as(input.toString()).isTrue();
            assertThat(input.clears(end - 0.001 * inwards)).as(input.toString()).isFalse();
        }
    }

    @Test
    void anAlarmOfALimitTellsItsEndAndAnAlarmOfASilentSensorTellsNone() {
        // when
        BedAlarmLimits limits = ward.at("REA/01", List.of());

        // then
        assertThat(limits.ends("hr_high", List.of("hr"))).singleElement().satisfies(end -> {
            assertThat(end.relation()).isEqualTo("AT_MOST");
            assertThat(end.lastsMs()).isPositive();
        });
        assertThat(limits.ends("news2", List.of("rr")))
                .allSatisfy(end -> assertThat(end.variable()).startsWith("news2"));
        assertThat(limits.ends("hr_silent", List.of("hr"))).isEmpty();
        assertThat(limits.ends("a rule of another version", List.of("hr"))).isEmpty();
    }

    private Optional<AlarmPriority> priority(String bed, double heartRate) {
        return ward.at(bed, List.of()).violatedBy("hr", heartRate).map(LimitViolationSnapshot::priority);
    }
}
