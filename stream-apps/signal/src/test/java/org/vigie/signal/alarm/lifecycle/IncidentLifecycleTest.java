package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.alarm.AlarmPriority.HIGH;
import static org.vigie.signal.alarm.AlarmPriority.LOW;
import static org.vigie.signal.alarm.AlarmPriority.MEDIUM;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.incident.IncidentCallPolicy;
import org.vigie.signal.alarm.incident.IncidentPolicy;
import org.vigie.signal.alarm.incident.IncidentStateAfter;
import org.vigie.signal.alarm.incident.OrganSystem;

/** Tests when the alarms of one deterioration call people, and when they only extend the incident. */
class IncidentLifecycleTest {
    private final AlarmLifecycleStory story = new AlarmLifecycleStory(policy());

    static AlarmPolicy policy() {
        var incidents = new IncidentPolicy(
                Duration.ofMinutes(5),
                IncidentCallPolicy.STANDARD,
                List.of(5, 7),
                Duration.ofMinutes(5),
                ZoneId.of("Europe/Paris"),
                Map.of(
                        "pressure_low", OrganSystem.CIRCULATION,
                        "hr_high", OrganSystem.CIRCULATION,
                        "rr_high", OrganSystem.RESPIRATION,
                        "spo2_low", OrganSystem.RESPIRATION,
                        "temp_high", OrganSystem.TEMPERATURE));
        return AlarmLifecycleStory.policy(Set.of()).with(incidents);
    }

    private IncidentStateAfter incident() {
        return story.last().stateAfter().incident().orElseThrow();
    }

    @Test
    void oneShockWithFourAlarmsIsOneCallInOneSentence() {
        // when
        shock();

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH");
        assertThat(incident().text().fr())
                .isEqualTo("pressure_low, hr_high, rr_high, spo2_low : 4 limites depuis 13:00");
        assertThat(incident().text().en()).isEqualTo("pressure_low, hr_high, rr_high, spo2_low: 4 limits since 13:00");
        assertThat(incident().incident().organSystems())
                .containsExactlyInAnyOrder(OrganSystem.CIRCULATION, OrganSystem.RESPIRATION);
    }

    private void shock() {
        story.at(0).raised("pressure_low", HIGH).at(10).raised("hr_high", MEDIUM);
        story.at(20).raised("rr_high", MEDIUM).at(30).raised("spo2_low", MEDIUM);
    }

    @Test
    void theSentenceCountsSinceTheOnsetOfTheFirstAlarmThatIsStillOpen() {
        // given
        story.at(0).raised("pressure_low", HIGH).at(600).raised("hr_high", MEDIUM);

        // when
        story.goesOn("pressure_low", AlarmEventKind.CLEARED, HIGH);

        // then
        assertThat(incident().text().fr()).isEqualTo("hr_high : 1 limite depuis 13:10");
    }

    @Test
    void theSentenceNamesTheDateOfAnAlarmOfAnotherDay() {
        // given
        story.at(0).raised("pressure_low", MEDIUM);

        // when
        story.at(86_400).raised("hr_high", LOW);

        // then
        assertThat(incident().text().fr()).isEqualTo("pressure_low, hr_high : 2 limites depuis le 01/01 à 13:00");
        assertThat(incident().text().en()).isEqualTo("pressure_low, hr_high: 2 limits since 1 Jan at 13:00");
    }

    @Test
    void theSentenceDoesNotCountALatchedAlarmAndSaysThatItIsOver() {
        // given
        var latching =
                new AlarmLifecycleStory(AlarmLifecycleStory.policy(Set.of(HIGH)).with(policy().incidents()));
        latching.at(0).raised("pressure_low", HIGH).at(600).raised("hr_high", MEDIUM);

        // when
        latching.goesOn("pressure_low", AlarmEventKind.CLEARED, HIGH);

        // then
        assertThat(latching.last().stateAfter().incident().orElseThrow().text().fr())
                .isEqualTo("hr_high, pressure_low (terminée) : 1 limite depuis 13:10");
    }

    @Test
    void theIncidentHasOneEscalationChain() {
        // given
        shock();

        // when
        story.at(400);

        // then
        assertThat(story.told().subList(4, story.told().size()))
                .containsExactly("60 ESCALATED pressure_low", "180 ESCALATED pressure_low");
    }

    @Test
    void oneCommandAcknowledgesEachAlarmWithItsOwnEntryAndStopsTheChain() {
        // given
        shock();

        // when
        story.at(40).order(CommandType.ACKNOWLEDGE_INCIDENT, "rr_high").at(300);

        // then
        assertThat(story.told().subList(4, story.told().size()))
                .containsExactlyInAnyOrder(
                        "40 ACKNOWLEDGED pressure_low",
                        "40 ACKNOWLEDGED hr_high",
                        "40 ACKNOWLEDGED rr_high",
                        "40 ACKNOWLEDGED spo2_low");
        assertThat(incident().incident().acknowledgement().orElseThrow().by()).isEqualTo("n-1");
    }

    @Test
    void anIncidentThatChangedSinceItWasShownIsNotAcknowledged() {
        // given
        shock();
        long first = story.entries().get(0).sequence();
        String alert = story.alarms().of("spo2_low").orElseThrow().id().digest();

        // when
        story.order(story.asked("o", alert, CommandType.ACKNOWLEDGE_INCIDENT, "nurse", Duration.ZERO, first, Map.of()));

        // then
        assertThat(story.told()).last().isEqualTo("30 COMMAND_REFUSED STALE_VERSION");
    }

    @Test
    void anAlarmThatEndedDoesNotMakeTheVersionOfTheOthersStale() {
        // given
        story.at(0).raised("pressure_low", HIGH).at(10).raised("hr_high", MEDIUM);
        long shown = story.alarms().of("pressure_low").orElseThrow().handling().version();
        String alert = story.alarms().of("pressure_low").orElseThrow().id().digest();
        story.at(20).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);

        // when
        story.order(story.asked("o", alert, CommandType.ACKNOWLEDGE_INCIDENT, "nurse", Duration.ZERO, shown, Map.of()));

        // then
        assertThat(story.told()).last().isEqualTo("20 ACKNOWLEDGED pressure_low");
    }

    @Test
    void anAlarmThatWasUpgradedSinceItWasShownIsNotAcknowledgedWithItsIncident() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(10).raised("spo2_low", MEDIUM);
        long shown = story.last().sequence();
        String alert = story.alarms().of("spo2_low").orElseThrow().id().digest();
        story.at(20).goesOn("hr_high", AlarmEventKind.UPGRADED, HIGH);

        // when
        story.order(story.asked("o", alert, CommandType.ACKNOWLEDGE_INCIDENT, "nurse", Duration.ZERO, shown, Map.of()));

        // then
        assertThat(story.told()).last().isEqualTo("20 COMMAND_REFUSED STALE_VERSION");
    }

    @Test
    void moreAlarmsOfTheSameOrganSystemOnlyExtendAnAcknowledgedIncident() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(5).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(60).raised("pressure_low", MEDIUM);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM");
    }

    @Test
    void anAcknowledgedIncidentCallsAgainWhenItBecomesMoreUrgent() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(5).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(60).raised("pressure_low", HIGH).at(125);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "60 MORE_URGENT HIGH");
        assertThat(story.told()).last().isEqualTo("120 ESCALATED pressure_low");
    }

    @Test
    void anAcknowledgedIncidentCallsAgainForANewOrganSystemButNotForALowAlarm() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(5).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(60).raised("temp_high", LOW).at(70).raised("spo2_low", MEDIUM);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "70 NEW_ORGAN_SYSTEM MEDIUM");
    }

    @Test
    void anUnansweredIncidentCallsAtOnceWithAHigherPriority() {
        // when
        story.at(0).raised("hr_high", MEDIUM).at(60).goesOn("hr_high", AlarmEventKind.UPGRADED, HIGH);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "60 MORE_URGENT HIGH");
    }

    @Test
    void anAlarmThatReturnsWithinTheWindowDoesNotCallAgainAndALaterOneDoes() {
        // given
        story.at(0).raised("hr_high", MEDIUM).at(30).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);

        // when
        story.at(330).raised("hr_high", MEDIUM).at(340).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);
        story.at(641).raised("hr_high", MEDIUM);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "641 OPENED MEDIUM");
    }

    @Test
    void aHighAlarmThatIsStillTrueFiveMinutesAfterItsAcknowledgementCallsAgain() {
        // given
        story.at(0).raised("hr_high", HIGH).at(30).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(391);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "330 STILL_TRUE HIGH");
        assertThat(story.told()).endsWith("330 CALLED_AGAIN hr_high", "390 ESCALATED hr_high");
        assertThat(story.alarms().of("hr_high").orElseThrow().isAcknowledged()).isFalse();
    }

    @Test
    void aScoreThatReachesTheNextBandBesideAnAcknowledgedAlarmCallsAgainOnce() {
        // given
        story.scores(4).at(0).raised("hr_high", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(40).scores(5).at(50).scores(6).at(60).scores(7).at(70).at(350).at(900);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "350 SCORE_BAND MEDIUM");
    }

    @Test
    void aShelvedRuleCallsNobodyUntilItsShelfEnds() {
        // given
        story.at(0).raised("hr_high", MEDIUM).order(CommandType.SHELVE, "hr_high", Duration.ofMinutes(20));
        story.at(10).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);

        // when
        story.at(600).raised("hr_high", MEDIUM).at(1_300);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "1200 OPENED MEDIUM");
    }
}
