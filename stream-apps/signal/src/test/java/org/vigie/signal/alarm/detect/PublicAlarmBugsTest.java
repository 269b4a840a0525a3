package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.lifecycle.AlarmLifecycle;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * Tests for bugs that other open alarm systems had. CommandTopologyTest and AlertTopologyTest of alert-streams test the state after a
 * restart. The tests of each table test overlapping bounds.
 */
class PublicAlarmBugsTest {
    private final AlarmDetectionStory story = new AlarmDetectionStory();

    @Test
    void lateDataIsNotStampedWithProcessingTime() {
        // given
        AlarmDetector detector = new AlarmDetector(AlarmRuleCatalogue.shipped("adult-icu-3")
                .orElseThrow()
                .standard()
                .rules());
        AlarmDetectionState detection = new AlarmDetectionState("stay-1");
        Instant noon = AlarmDetectionStory.START;
        detector.evaluate(detection, frame(noon, "hr", 80));

        // when
        List<AlarmConditionEvent> made = detector.evaluate(detection, frame(noon.minusSeconds(600), "nibp_mean", 45));

        // then
        assertThat(made).hasSize(1);
        assertThat(made.get(0).alarm().id().onset()).isEqualTo(noon.minusSeconds(600));
        assertThat(made.get(0).alarm().raisedAt()).isEqualTo(noon.minusSeconds(600));
    }

    @Test
    void everyAlarmClearsOnceItsCauseIsGone() {
        // when
        story.tell(Map.of("hr", "80x5 150x30 80x30", "spo2", "97x5 70x30 97x30", "abp_mean", "80x5 40x30 80x30"));

        // then
        assertThat(story.made().stream().filter(made -> made.kind() == AlarmEventKind.CLEARED))
                .extracting(event -> event.alarm().rule())
                .containsExactlyInAnyOrder("hr_high", "spo2_low", "pressure_low");
        assertThat(story.detection().conditions().values())
                .allMatch(condition -> condition.raised().isEmpty());
    }

    @Test
    void aDurationDoesNotFireEarlyAfterAGap() {
        // when
        story.tell("spo2", "97x5 85x3").silentFor("PT2M").tell("spo2", "85x15");

        // then
        assertThat(story.told()).isEmpty();

        // when
        story.tell("spo2", "85");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM");
    }

    @Test
    void aGapDoesNotClear() {
        // when
        story.tell("spo2", "97x5 85x20 97").silentFor("PT1H").tell("spo2", "97x14");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM");
    }

    @Test
    void aNewEpisodeHasAnIdentityOfItsOwn() {
        // when
        story.tell("spo2", "97x5 85x20 97x20 85x20");

        // then
        List<AlarmConditionEvent> raised = story.made().stream()
                .filter(made -> made.kind() == AlarmEventKind.RAISED)
                .toList();
        assertThat(raised).hasSize(2);
        assertThat(raised.get(0).alarm().id())
                .isNotEqualTo(raised.get(1).alarm().id());
    }

    @Test
    void theSameReadingsMakeTheSameIdentity() {
        // given
        story.tell("spo2", "97x5 85x20");
        AlarmDetectionStory again = new AlarmDetectionStory();

        // when
        again.tell("spo2", "97x5 85x20");

        // then
        assertThat(again.made()).isEqualTo(story.made());
        assertThat(story.made().get(0).alarm().id().digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void noTelemetryIsAnAlarm() {
        // when
        story.tell(Map.of("spo2", "97x10 -x40", "hr", "80x50"));

        // then
        assertThat(story.told()).containsExactly("spo2_silent RAISED LOW");
    }

    @Test
    void aSuspectValueNeitherRaisesNorClears() {
        // when
        story.tell("spo2", "97x5 ?60x60");

        // then
        assertThat(story.told()).isEmpty();

        // when
        story.tell("spo2", "85x20 ?99x60");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM");
    }

    @Test
    void aSensorWhoseClockRunsAheadSilencesNoOther() {
        // given
        AlarmDetector detector = new AlarmDetector(AlarmRuleCatalogue.shipped("adult-icu-3")
                .orElseThrow()
                .standard()
                .rules());
        AlarmDetectionState detection = new AlarmDetectionState("stay-1");
        Instant noon = AlarmDetectionStory.START;
        detector.evaluate(detection, frame(noon.plusSeconds(290), "temp", 37));

        // when
        List<AlarmConditionEvent> made = detector.evaluate(detection, frame(noon, "hr", 35));

        // then
        assertThat(made).extracting(event -> event.alarm().rule()).containsExactly("hr_low");
        assertThat(detection.clock()).isEqualTo(noon);
    }

    @Test
    void anAlarmThatNobodyAcknowledgesCallsTheNextOneAtItsTime() {
        // given
        var stayAlarms = new StayAlarms("stay-1");
        var life = new AlarmLifecycle(
                stayAlarms,
                AlarmRuleCatalogue.shipped("adult-icu-3")
                        .orElseThrow()
                        .standard()
                        .policy(),
                "t");
        story.tell("hr", "70 35x5");
        life.moveToBed("REA/03");
        life.advanceTo(story.detection().clock());
        life.apply(story.made());

        // when
        var escalated = life.advanceTo(story.detection().clock().plusSeconds(400));

        // then
        assertThat(escalated)
                .extracting(entry -> entry.event().kind() + " "
                        + entry.stateAfter()
                                .openAlarm()
                                .orElseThrow()
                                .handling()
                                .escalation()
                                .role())
                .containsExactly("ESCALATED charge-nurse", "ESCALATED physician");
    }

    @Test
    void anUnmappedCodeIsToldAndNotDroppedInSilence() {
        // given
        AlarmDetector detector = new AlarmDetector(AlarmRuleCatalogue.shipped("adult-icu-3")
                .orElseThrow()
                .standard()
                .rules());
        story.tell("spo2", "97x5");

        // when
        List<AlarmConditionEvent> made =
                detector.unmapped(story.detection(), "REA/03", "MDC_FOO", AlarmDetectionStory.START.plusSeconds(6));

        // then
        assertThat(made).singleElement().satisfies(told -> {
            assertThat(told.alarm().rule()).isEqualTo("unmapped_code");
            assertThat(told.text().fr()).isEqualTo("Code non reconnu : MDC_FOO");
        });
    }

    private static InstantReadings frame(Instant at, String variable, double value) {
        return new InstantReadings(
                "REA/03",
                at,
                AlarmDetectionStory.START,
                List.of(new InstantReadings.KeptReading(variable, value, new ReadingPosition(0, 0, 0))),
                List.of());
    }
}
