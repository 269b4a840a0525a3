package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.alarm.AlarmPriority.HIGH;
import static org.vigie.signal.alarm.AlarmPriority.LOW;
import static org.vigie.signal.alarm.AlarmPriority.MEDIUM;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.event.AlarmEventKind;

/** Tests an alarm that latches, and whose condition eases before somebody answers. */
class EasedAlarmTest {
    private final AlarmLifecycleStory story = new AlarmLifecycleStory(AlarmLifecycleStory.policy(Set.of(HIGH))
            .with(IncidentLifecycleTest.policy().incidents()));

    @Test
    void anUnansweredAlarmThatEasedIsNotCalledStillTrueNorNotMeasuredAgain() {
        // given
        story.at(0).raised("hr_low", HIGH).at(10).goesOn("hr_low", AlarmEventKind.DOWNGRADED, MEDIUM);

        // when
        story.at(36_000);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH");
        assertThat(story.told()).containsExactly("0 RAISED hr_low", "60 ESCALATED hr_low", "180 ESCALATED hr_low");
    }

    @Test
    void anUnansweredAlarmThatEasedCallsAtOnceWhenItIsUrgentAgain() {
        // given
        story.at(0).raised("hr_low", HIGH).at(10).goesOn("hr_low", AlarmEventKind.DOWNGRADED, MEDIUM);

        // when
        story.at(3_600).goesOn("hr_low", AlarmEventKind.UPGRADED, HIGH);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "3600 MORE_URGENT HIGH");
    }

    @Test
    void anAlarmThatEasedAfterTheLastStepCallsAtOnceWhenItIsUrgentAgain() {
        // given: nothing happens between the ease and the second urgent phase
        story.at(0).raised("hr_low", HIGH).at(400).goesOn("hr_low", AlarmEventKind.DOWNGRADED, MEDIUM);

        // when
        story.at(3_600).goesOn("hr_low", AlarmEventKind.UPGRADED, HIGH);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "3600 MORE_URGENT HIGH");
    }

    @Test
    void itsSecondUrgentPhaseIsCalledStillTrueWhenNobodyAnswers() {
        // given
        story.at(0).raised("hr_low", HIGH).at(10).goesOn("hr_low", AlarmEventKind.DOWNGRADED, MEDIUM);

        // when
        story.at(3_600).goesOn("hr_low", AlarmEventKind.UPGRADED, HIGH).at(4_081);

        // then
        assertThat(story.calls()).last().isEqualTo("4080 STILL_TRUE HIGH");
    }

    @Test
    void anotherUrgentAlarmBesideAnEasedOneCalls() {
        // given
        story.at(0).raised("hr_low", HIGH).at(10).goesOn("hr_low", AlarmEventKind.DOWNGRADED, MEDIUM);

        // when
        story.at(900).raised("pressure_low", HIGH);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "900 MORE_URGENT HIGH");
    }

    @Test
    void anAlarmThatEasedToLowKeepsItsPriorityWhenItRisesToMedium() {
        // given
        story.at(0).raised("spo2_low", HIGH).at(10).goesOn("spo2_low", AlarmEventKind.DOWNGRADED, LOW);

        // when
        story.at(20).goesOn("spo2_low", AlarmEventKind.UPGRADED, MEDIUM);

        // then
        OpenAlarm open = story.alarms().of("spo2_low").orElseThrow();
        assertThat(open.alarm().priority()).isEqualTo(HIGH);
        assertThat(open.lastingPriority()).isEqualTo(MEDIUM);
    }

    @Test
    void itsAcknowledgementDowngradesItToThePriorityOfNow() {
        // given
        story.at(0).raised("spo2_low", HIGH).at(10).goesOn("spo2_low", AlarmEventKind.DOWNGRADED, LOW);
        story.at(20).goesOn("spo2_low", AlarmEventKind.UPGRADED, MEDIUM);

        // when
        story.at(30).order(CommandType.ACKNOWLEDGE, "spo2_low");

        // then
        assertThat(story.told()).endsWith("30 ACKNOWLEDGED spo2_low", "30 DOWNGRADED spo2_low");
        assertThat(story.alarms().of("spo2_low").orElseThrow().alarm().priority())
                .isEqualTo(MEDIUM);
    }
}
