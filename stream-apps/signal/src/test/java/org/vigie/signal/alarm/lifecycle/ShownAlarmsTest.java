package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.alarm.AlarmPriority.LOW;
import static org.vigie.signal.alarm.AlarmPriority.MEDIUM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.incident.IncidentCallPolicy;
import org.vigie.signal.alarm.incident.IncidentPolicy;
import org.vigie.signal.alarm.incident.OrganSystem;

/** Tests a unit whose alarms of low priority are shown and call nobody. */
class ShownAlarmsTest {
    private final AlarmLifecycleStory story = new AlarmLifecycleStory(policy());

    private static AlarmPolicy policy() {
        var calls = new IncidentCallPolicy(MEDIUM, Duration.ofMinutes(5), Duration.ofMinutes(15));
        IncidentPolicy standard = IncidentPolicy.STANDARD;
        return AlarmLifecycleStory.policy(Set.of())
                .with(new IncidentPolicy(
                        standard.window(), calls, List.of(5, 7), standard.scoreHold(), standard.zone(), Map.of()));
    }

    @Test
    void aLowAlarmIsOpenAndCallsNobody() {
        // when
        story.at(0).raised("spo2_low", LOW).at(36_000);

        // then
        assertThat(story.calls()).isEmpty();
        assertThat(story.told()).containsExactly("0 RAISED spo2_low");
        assertThat(story.alarms().of("spo2_low")).isPresent();
    }

    @Test
    void itsRiseToMediumIsTheFirstCall() {
        // given
        story.at(0).raised("spo2_low", LOW);

        // when
        story.at(60).goesOn("spo2_low", AlarmEventKind.UPGRADED, MEDIUM);

        // then
        assertThat(story.calls()).containsExactly("60 OPENED MEDIUM");
    }

    @Test
    void aMediumAlarmBesideALowOneCallsAndHasItsChain() {
        // given
        story.at(0).raised("spo2_low", LOW).order(CommandType.ACKNOWLEDGE, "spo2_low");

        // when
        story.at(7_200).raised("hr_high", MEDIUM).at(7_600);

        // then
        assertThat(story.calls()).containsExactly("7200 OPENED MEDIUM");
        assertThat(story.told()).endsWith("7500 ESCALATED hr_high");
    }

    @Test
    void aLowAlarmThatJoinedWithoutACallDoesNotMakeItsOrganSystemKnown() {
        // given: in a unit in which alarms of low priority call
        var calling = new AlarmLifecycleStory(IncidentLifecycleTest.policy());
        calling.at(0).raised("pressure_low", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "pressure_low");
        calling.at(1_000).raised("rr_high", LOW);

        // when
        calling.at(1_200).raised("spo2_low", MEDIUM);

        // then
        assertThat(calling.calls()).containsExactly("0 OPENED MEDIUM", "1200 NEW_ORGAN_SYSTEM MEDIUM");
    }

    @Test
    void aLowAlarmThatJoinedWithoutACallCallsWhenItRises() {
        // given
        var calling = new AlarmLifecycleStory(IncidentLifecycleTest.policy());
        calling.at(0).raised("pressure_low", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "pressure_low");
        calling.at(1_000).raised("rr_high", LOW);

        // when
        calling.at(1_200).goesOn("rr_high", AlarmEventKind.UPGRADED, MEDIUM);

        // then
        assertThat(calling.calls()).containsExactly("0 OPENED MEDIUM", "1200 NEW_ORGAN_SYSTEM MEDIUM");
    }

    @Test
    void theIncidentNamesTheOrganSystemOfALowAlarmThatJoinedWithoutACall() {
        // given
        var calling = new AlarmLifecycleStory(IncidentLifecycleTest.policy());
        calling.at(0).raised("pressure_low", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "pressure_low");

        // when
        calling.at(1_000).raised("rr_high", LOW);

        // then
        assertThat(calling.last()
                        .stateAfter()
                        .incident()
                        .orElseThrow()
                        .incident()
                        .organSystems())
                .containsExactlyInAnyOrder(OrganSystem.CIRCULATION, OrganSystem.RESPIRATION);
    }

    @Test
    void aLowAlarmThatIsLeftDoesNotCoverALaterMediumOne() {
        // given
        story.at(0).raised("spo2_low", LOW).raised("hr_high", MEDIUM);
        story.at(30).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);

        // when
        story.at(1_000).raised("hr_high", MEDIUM);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "1000 MORE_URGENT MEDIUM");
    }
}
