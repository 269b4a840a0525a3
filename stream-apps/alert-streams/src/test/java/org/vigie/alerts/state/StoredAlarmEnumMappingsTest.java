package org.vigie.alerts.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.state.record.AttentionLevelStateRecord;
import org.vigie.alerts.state.record.LimitSideStateRecord;
import org.vigie.alerts.state.record.OrganSystemStateRecord;
import org.vigie.alerts.state.record.PriorityStateRecord;
import org.vigie.alerts.state.record.RuleKindStateRecord;
import org.vigie.alerts.state.record.TriageLevelStateRecord;
import org.vigie.records.EnumMapping;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.incident.OrganSystem;
import org.vigie.signal.attention.AttentionLevel;
import org.vigie.signal.triage.TriageLevel;

/** Tests that every constant of a stored enum and of its rule's enum has exactly one partner. */
class StoredAlarmEnumMappingsTest {
    @Test
    void everyKindOfRuleHasOnePartner() {
        isOneToOne(AlarmStateMapper.KIND, RuleKindStateRecord.values(), AlarmRuleKind.values());
    }

    @Test
    void everyPriorityHasOnePartner() {
        isOneToOne(ConditionStateMapper.PRIORITY, PriorityStateRecord.values(), AlarmPriority.values());
    }

    @Test
    void everySideOfALimitHasOnePartner() {
        isOneToOne(StayAlarmsMapper.SIDE, LimitSideStateRecord.values(), LimitSide.values());
    }

    @Test
    void everyTriageLevelHasOnePartner() {
        isOneToOne(TriageStateMapper.LEVEL, TriageLevelStateRecord.values(), TriageLevel.values());
    }

    @Test
    void everyAttentionLevelHasOnePartner() {
        isOneToOne(AttentionStateMapper.LEVEL, AttentionLevelStateRecord.values(), AttentionLevel.values());
    }

    @Test
    void everyOrganSystemHasOnePartner() {
        isOneToOne(IncidentStateMapper.ORGAN_SYSTEM, OrganSystemStateRecord.values(), OrganSystem.values());
    }

    private static <A extends Enum<A>, R extends Enum<R>> void isOneToOne(
            EnumMapping<A, R> mapping, A[] records, R[] rules) {
        // when
        List<A> partners = Arrays.stream(rules).map(mapping::toRecord).toList();

        // then
        assertThat(partners).containsExactlyInAnyOrder(records);
        assertThat(partners.stream().map(mapping::toRule)).containsExactly(rules);
    }
}
