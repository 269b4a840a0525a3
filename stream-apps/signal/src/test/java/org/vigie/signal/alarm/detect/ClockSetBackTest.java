package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.event.AlarmConditionEvent;

/** Tests that a monitor whose clock is set back stays monitored, because its kept readings are used. */
class ClockSetBackTest {
    private final AlarmDetectionStory story = new AlarmDetectionStory();

    @Test
    void aDesaturationAfterTheClockWasSetBackByAnHourRaisesWithinItsHold() {
        // given
        story.tell(Map.of("spo2", "97x60", "hr", "80x60"));

        // when
        story.silentFor("PT61S").clock("PT-1H").tell(Map.of("spo2", "97x5 70x6", "hr", "80x11"));

        // then
        assertThat(story.toldOfThePatient()).containsExactly("spo2_low RAISED HIGH");
        AlarmConditionEvent raised = story.madeOfThePatient().get(0);
        assertThat(story.seconds(raised.alarm().id().onset())).isEqualTo(60 + 61 + 5);
        assertThat(Duration.between(raised.alarm().id().onset(), raised.alarm().raisedAt()))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anAlarmThatWasOpenClearsByWhatTheSetBackMonitorSays() {
        // when
        story.tell("spo2", "97x10 84x30").silentFor("PT61S").clock("PT-1H").tell("spo2", "97x17");

        // then
        assertThat(story.toldOfThePatient()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low CLEARED MEDIUM");
    }

    @Test
    void aCableOffIsStillATechnicalAlert() {
        // given
        story.tell(Map.of("hr", "80x60", "spo2", "97x60")).silentFor("PT61S").clock("PT-1H");

        // when
        story.tell(Map.of("hr", "80x10 -x40", "spo2", "97x50"));

        // then
        assertThat(story.told()).containsExactly("clock_wrong RAISED LOW", "hr_silent RAISED MEDIUM");
    }

    @Test
    void whatIsOldStaysOldAfterTheClockWasSetBack() {
        // given
        story.tell(Map.of("hr", "80x60", "spo2", "97x60")).silentFor("PT61S").clock("PT-1H");

        // when
        story.tell("spo2", "97x10");

        // then
        AlarmDetectionState detection = story.detection();
        assertThat(detection.vitals().fresh("hr", detection.clock())).isEmpty();
        assertThat(detection.vitals().fresh("spo2", detection.clock())).isPresent();
        assertThat(story.seconds(detection.clock())).isEqualTo(60 + 61 + 9);
    }

    @Test
    void aClockThatIsSetRightAgainIsBelievedAgain() {
        // given
        story.tell("spo2", "97x60").silentFor("PT61S").clock("PT-1H").tell("spo2", "97x60");

        // when
        story.clock("PT0S").tell("spo2", "97x5 84x16");

        // then
        assertThat(story.toldOfThePatient()).containsExactly("spo2_low RAISED MEDIUM");
        assertThat(story.seconds(story.madeOfThePatient().get(0).alarm().id().onset()))
                .isEqualTo(60 + 61 + 60 + 5);
    }

    @Test
    void aClockThatIsSetRightByHalfIsPlacedAnew() {
        // given
        story.tell("spo2", "97x60").silentFor("PT61S").clock("PT-1H").tell("spo2", "97x60");

        // when
        story.clock("PT-30M").tell("spo2", "97x5 84x16");

        // then
        assertThat(story.toldOfThePatient()).containsExactly("spo2_low RAISED MEDIUM");
        assertThat(story.seconds(story.madeOfThePatient().get(0).alarm().id().onset()))
                .isEqualTo(60 + 61 + 60 + 5);
    }

    @Test
    void oneReadingFromFourMinutesAheadMakesNobodyDeaf() {
        // given
        story.tell("spo2", "97x60").clock("PT4M").tell("spo2", "97").clock("PT0S");

        // when
        story.tell("spo2", "97x5 70x6");

        // then
        assertThat(story.toldOfThePatient()).containsExactly("spo2_low RAISED HIGH");
        assertThat(story.seconds(story.madeOfThePatient().get(0).alarm().id().onset()))
                .isEqualTo(60 + 1 + 5);
    }

    @Test
    void oneViolationFromFourMinutesAheadHoldsNothing() {
        // given
        story.tell("spo2", "97x60").clock("PT4M").tell("spo2", "70").clock("PT0S");

        // when
        story.tell("spo2", "97x300");

        // then
        assertThat(story.toldOfThePatient()).isEmpty();
    }

    @Test
    void whatASecondDeviceSaysLateDoesNotReplaceALiveValue() {
        // when
        story.tell("hr", "80x60")
                .clock("PT-30M")
                .tell("hr", "150")
                .clock("PT0S")
                .tell("hr", "80x5");

        // then
        assertThat(story.toldOfThePatient()).isEmpty();
        assertThat(story.detection().vitals().find("hr").orElseThrow().value()).isEqualTo(80);
    }

    @Test
    void aValueByTheHourThatIsChartedLateReplacesNothing() {
        // when
        story.every("PT1H").tell("hr", "80 82 84").clock("PT-90M").tell("hr", "150");

        // then
        assertThat(story.detection().vitals().find("hr").orElseThrow().value()).isEqualTo(84);
    }

    @Test
    void aClockThatIsWrongIsATechnicalAlertUntilItIsRightAgain() {
        // when
        story.tell("spo2", "97x60").silentFor("PT61S").clock("PT-1H").tell("spo2", "97x60");

        // then
        assertThat(story.told()).containsExactly("clock_wrong RAISED LOW");
        assertThat(story.made().get(0).text().en()).startsWith("Monitor's clock: off by ");

        // when
        story.clock("PT0S").tell("spo2", "97x15");

        // then
        assertThat(story.told()).containsExactly("clock_wrong RAISED LOW", "clock_wrong CLEARED LOW");
    }
}
