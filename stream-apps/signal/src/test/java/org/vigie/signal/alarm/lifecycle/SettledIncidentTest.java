package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.alarm.AlarmPriority.HIGH;
import static org.vigie.signal.alarm.AlarmPriority.LOW;
import static org.vigie.signal.alarm.AlarmPriority.MEDIUM;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.incident.Incident;

/** Tests that an incident calls again, or has an escalation step, after it was acknowledged, latched or escalated to the end. */
class SettledIncidentTest {
    private final AlarmLifecycleStory story = new AlarmLifecycleStory(IncidentLifecycleTest.policy());

    private AlarmLifecycleStory latching() {
        return new AlarmLifecycleStory(AlarmLifecycleStory.policy(Set.of(HIGH))
                .with(IncidentLifecycleTest.policy().incidents()));
    }

    private Incident incident() {
        return story.last().stateAfter().incident().orElseThrow().incident();
    }

    @Test
    void aSecondEpisodeHoursAfterALatchedOneCalls() {
        // given
        AlarmLifecycleStory latching = latching();
        latching.at(0).raised("hr_high", HIGH).at(30).goesOn("hr_high", AlarmEventKind.CLEARED, HIGH);

        // when
        latching.at(10_800).raised("hr_high", HIGH);

        // then
        assertThat(latching.calls()).containsExactly("0 OPENED HIGH", "10800 FURTHER_ALARM HIGH");
    }

    @Test
    void aSecondEpisodeThatReplacesALatchedOneCallsAtOnce() {
        // given
        AlarmLifecycleStory latching = latching();
        latching.at(0).raised("pressure_low", HIGH).raised("hr_high", HIGH);
        latching.at(30).goesOn("hr_high", AlarmEventKind.CLEARED, HIGH);

        // when
        latching.at(40).raised("hr_high", HIGH);

        // then
        assertThat(latching.calls()).containsExactly("0 OPENED HIGH", "40 FURTHER_ALARM HIGH");
    }

    @Test
    void anUnansweredAlarmThatEasesAndRisesBesideAnAcknowledgedOneHasAStepAndNoFurtherCall() {
        // given
        story.at(0).raised("hr_high", HIGH).raised("rr_high", HIGH);
        story.at(400).order(CommandType.ACKNOWLEDGE, "rr_high");

        // when
        story.at(600).goesOn("hr_high", AlarmEventKind.DOWNGRADED, MEDIUM);
        story.goesOn("hr_high", AlarmEventKind.UPGRADED, HIGH).at(661);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "480 STILL_TRUE HIGH");
        assertThat(story.told()).contains("660 ESCALATED hr_high");
    }

    @Test
    void anAlarmThatEasedWhileItLatchedIsDowngradedByItsAcknowledgementAndDoesNotCallAsStillTrue() {
        // given
        AlarmLifecycleStory latching = latching();
        latching.at(0).raised("hr_low", HIGH).at(10).goesOn("hr_low", AlarmEventKind.DOWNGRADED, MEDIUM);

        // when
        latching.at(20).order(CommandType.ACKNOWLEDGE, "hr_low").at(10_000);

        // then
        assertThat(latching.told())
                .containsExactly("0 RAISED hr_low", "20 ACKNOWLEDGED hr_low", "20 DOWNGRADED hr_low");
        assertThat(latching.calls()).containsExactly("0 OPENED HIGH");
    }

    @Test
    void anAlarmThatEasedWhileItLatchedCallsWhenItIsUrgentAgain() {
        // given
        AlarmLifecycleStory latching = latching();
        latching.at(0).raised("hr_low", HIGH).at(10).goesOn("hr_low", AlarmEventKind.DOWNGRADED, MEDIUM);
        latching.at(20).order(CommandType.ACKNOWLEDGE_INCIDENT, "hr_low");

        // when
        latching.at(40).goesOn("hr_low", AlarmEventKind.UPGRADED, HIGH);

        // then
        assertThat(latching.calls()).containsExactly("0 OPENED HIGH", "40 MORE_URGENT HIGH");
    }

    @Test
    void anotherAlarmDoesNotCountAsCoveredByALatchedOne() {
        // given
        AlarmLifecycleStory latching = latching();
        latching.at(0).raised("hr_high", HIGH).at(30).goesOn("hr_high", AlarmEventKind.CLEARED, HIGH);

        // when
        latching.at(900).raised("pressure_low", HIGH);

        // then
        assertThat(latching.calls()).containsExactly("0 OPENED HIGH", "900 FURTHER_ALARM HIGH");
    }

    @Test
    void anUnansweredHighAlarmCallsAgainAfterTheLastStep() {
        // given
        story.at(0).raised("hr_high", HIGH);

        // when
        story.at(481);

        // then
        assertThat(story.told())
                .containsExactly(
                        "0 RAISED hr_high",
                        "60 ESCALATED hr_high",
                        "180 ESCALATED hr_high",
                        "480 CALLED_AGAIN hr_high");
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "480 STILL_TRUE HIGH");
    }

    @Test
    void anUnansweredIncidentCallsForANewOrganSystemAfterTheLastStep() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(310);

        // when
        story.at(320).raised("spo2_low", MEDIUM);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "320 NEW_ORGAN_SYSTEM MEDIUM");
    }

    @Test
    void anAlarmOfTheSameOrganSystemAfterTheLastStepStartsTheChainAgain() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(310);

        // when
        story.at(320).raised("pressure_low", MEDIUM).at(620);

        // then
        assertThat(story.told())
                .containsExactly(
                        "0 RAISED hr_high",
                        "300 ESCALATED hr_high",
                        "320 RAISED pressure_low",
                        "620 ESCALATED hr_high");
    }

    @Test
    void aMilderAlarmThatCameAfterTheLastStepOfAnUrgentOneKeepsAChain() {
        // given
        story.at(0).raised("hr_high", HIGH).at(100).raised("pressure_low", MEDIUM);

        // when
        story.at(150).goesOn("hr_high", AlarmEventKind.CLEARED, HIGH).at(450);

        // then
        assertThat(story.told()).last().isEqualTo("400 ESCALATED pressure_low");
    }

    @Test
    void aHighAlarmAfterTheAcknowledgementOfAHighAlarmCalls() {
        // given
        story.at(0).raised("hr_high", HIGH).at(10).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(60).raised("pressure_low", HIGH);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "60 FURTHER_ALARM HIGH");
    }

    @Test
    void aDowngradedAlarmThatWasAcknowledgedCallsWhenItIsUpgradedAgain() {
        // given
        story.at(0).raised("hr_high", HIGH).at(10).goesOn("hr_high", AlarmEventKind.DOWNGRADED, MEDIUM);
        story.order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(60).goesOn("hr_high", AlarmEventKind.UPGRADED, HIGH);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "60 MORE_URGENT HIGH");
    }

    @Test
    void aHighAlarmThatReturnsAfterItsAcknowledgementCalls() {
        // given
        story.at(0).raised("hr_high", HIGH).at(10).order(CommandType.ACKNOWLEDGE, "hr_high");
        story.at(20).goesOn("hr_high", AlarmEventKind.CLEARED, HIGH);

        // when
        story.at(60).raised("hr_high", HIGH);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "60 FURTHER_ALARM HIGH");
    }

    @Test
    void aMediumAlarmThatJoinsAnAcknowledgedIncidentHasAChainAndIsNotAcknowledged() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(10).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(60).raised("pressure_low", MEDIUM);

        // then
        assertThat(incident().isAcknowledged()).isFalse();
        story.at(70).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM).at(360);
        assertThat(story.told()).last().isEqualTo("360 ESCALATED pressure_low");
    }

    @Test
    void aMediumAlarmAfterTheEndOfTheAcknowledgedOneHasAChain() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(10).order(CommandType.ACKNOWLEDGE, "hr_high");
        story.at(20).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);

        // when
        story.at(260).raised("hr_high", MEDIUM);

        // then
        assertThat(incident().isAcknowledged()).isFalse();
        assertThat(story.at(320).told()).last().isEqualTo("320 ESCALATED hr_high");
    }

    @Test
    void anAlarmThatRoseBesideAnUrgentOneHasAStepAfterTheUrgentOneHasEnded() {
        // given
        story.at(0).raised("pressure_low", HIGH).at(10).raised("hr_high", LOW);
        story.at(90).goesOn("hr_high", AlarmEventKind.UPGRADED, MEDIUM);

        // when
        story.at(120).goesOn("pressure_low", AlarmEventKind.CLEARED, HIGH).at(390);

        // then
        assertThat(story.told()).containsSequence("120 CLEARED pressure_low", "390 ESCALATED hr_high");
    }

    @Test
    void anOrganSystemWhoseAlarmsHadEndedAtTheAcknowledgementIsNewAgain() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(10).raised("spo2_low", MEDIUM);
        story.at(20).goesOn("spo2_low", AlarmEventKind.CLEARED, MEDIUM);
        story.at(30).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(7_200).raised("spo2_low", MEDIUM);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "7200 NEW_ORGAN_SYSTEM MEDIUM");
    }

    @Test
    void aShelfThatEndsInAnAcknowledgedIncidentCallsForItsOpenAlarm() {
        // given
        story.at(0).raised("hr_high", MEDIUM).raised("pressure_low", MEDIUM);
        story.order(CommandType.SHELVE, "pressure_low", Duration.ofMinutes(20));
        story.at(10).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(1_210);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "1200 STILL_TRUE MEDIUM");
    }

    @Test
    void aShelvedRuleDoesNotMakeItsOrganSystemKnown() {
        // given
        story.at(0).raised("spo2_low", LOW).order(CommandType.SHELVE, "spo2_low", Duration.ofMinutes(20));
        story.at(5).goesOn("spo2_low", AlarmEventKind.CLEARED, LOW).at(400).raised("hr_high", MEDIUM);
        story.at(410).order(CommandType.ACKNOWLEDGE, "hr_high").raised("spo2_low", LOW);

        // when
        story.at(420).raised("rr_high", MEDIUM);

        // then
        assertThat(story.calls()).endsWith("400 OPENED MEDIUM", "420 NEW_ORGAN_SYSTEM MEDIUM");
    }

    @Test
    void aScoreThatRecoveredAndRisesAgainCallsAgain() {
        // given
        story.scores(7).at(0).raised("hr_high", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.scores(4).at(40).at(340).scores(7).at(350).at(649).at(650);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "650 SCORE_BAND MEDIUM");
    }

    @Test
    void aScoreThatSwingsAroundTheLimitOfABandCallsNobody() {
        // given
        story.scores(4).at(0).raised("hr_high", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        for (int second = 60; second < 3_600; second += 120) {
            story.scores(5).at(second).scores(4).at(second + 60);
        }

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM");
    }

    @Test
    void aScoreThatRecoversForAMomentOnlyCallsOnce() {
        // given
        story.scores(4).at(0).raised("hr_high", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.scores(7).at(40).at(340).order(CommandType.ACKNOWLEDGE, "hr_high");
        story.scores(4).at(360).scores(7).at(420).at(1_000);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "340 SCORE_BAND MEDIUM");
    }
}
