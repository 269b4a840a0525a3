package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests alarms that readings cannot raise or clear: missing readings and the end of a stay. */
class EndOfStayClearingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AlarmDetector detector = new AlarmDetector(
            AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow().standard().rules());
    private final AlarmDetectionStory story = new AlarmDetectionStory();

    @Test
    void aMonitoredStayThatFallsSilentIsMissedOnceAndItsNextReadingEndsThat() {
        // when
        story.tell("spo2", "97x30");

        // then
        AlarmConditionEvent raised =
                detector.raiseSilent(story.detection(), "REA/03", MINUTE).orElseThrow();
        assertThat(detector.raiseSilent(story.detection(), "REA/03", MINUTE)).isEmpty();

        // when
        story.silentFor("PT2M").tell("spo2", "97x5");

        // then
        assertThat(raised.text().fr()).isEqualTo("Plus aucune mesure depuis 1 min");
        assertThat(story.seconds(raised.alarm().id().onset())).isEqualTo(29);
        assertThat(story.told()).containsExactly("bed_silent CLEARED MEDIUM");
        assertThat(story.made().get(0).alarm().id()).isEqualTo(raised.alarm().id());
        assertThat(story.made().get(0).text().fr()).isEqualTo("Mesures revenues après 2 min");
    }

    @Test
    void aSilenceThatMovesToAnotherBedIsAnotherAlarmThatTheNextReadingEnds() {
        // given
        story.tell("spo2", "97x30");
        AlarmConditionEvent raised =
                detector.raiseSilent(story.detection(), "REA/03", MINUTE).orElseThrow();

        // when
        List<AlarmConditionEvent> moved = detector.moveSilent(story.detection(), "REA/04");

        // then
        assertThat(detector.moveSilent(story.detection(), "REA/04")).isEmpty();
        assertThat(detector.silentBed(story.detection())).contains("REA/04");
        assertThat(moved)
                .extracting(AlarmConditionEvent::kind)
                .containsExactly(AlarmEventKind.CLEARED, AlarmEventKind.RAISED);
        assertThat(moved).extracting(event -> event.alarm().bed()).containsExactly("REA/03", "REA/04");
        assertThat(moved.get(0).alarm().id()).isEqualTo(raised.alarm().id());
        assertThat(moved.get(1).alarm().id()).isNotEqualTo(raised.alarm().id());

        // when
        story.silentFor("PT2M").tell("spo2", "97x5");

        // then
        assertThat(story.made())
                .singleElement()
                .extracting(event -> event.alarm().id())
                .isEqualTo(moved.get(1).alarm().id());
    }

    @Test
    void aStayThatIsChartedByTheHourIsNotMissed() {
        // when
        story.every("PT1H").tell(Map.of("hr", "80x5", "spo2", "97x5"));

        // then
        assertThat(detector.raiseSilent(story.detection(), "REA/03", MINUTE)).isEmpty();
    }

    @Test
    void aStayThatIsNoLongerMonitoredIsNotMissed() {
        // when
        story.tell("spo2", "97x30").silentFor("PT1H").every("PT1H").tell("hr", "80x3");

        // then
        assertThat(detector.raiseSilent(story.detection(), "REA/03", MINUTE)).isEmpty();
    }

    @Test
    void allThatIsOpenEndsWithTheStayAndNothingStaysPending() {
        // given
        story.tell(Map.of("spo2", "84x20", "hr", "150x20", "rr", "16x15 33x5"));
        Instant end = AlarmDetectionStory.START.plusSeconds(600);

        // when
        List<AlarmConditionEvent> cleared = detector.clearAll(story.detection(), end);

        // then
        assertThat(cleared).extracting(event -> event.alarm().rule()).containsExactly("hr_high", "spo2_low");
        assertThat(cleared).allSatisfy(each -> {
            assertThat(each.kind()).isEqualTo(AlarmEventKind.CLEARED);
            assertThat(each.at()).isEqualTo(end);
            assertThat(each.text().fr()).isEqualTo("Séjour terminé : fin de l'alarme après 10 min");
            assertThat(each.text().en()).isEqualTo("Stay ended: alarm over after 10 min");
        });
        assertThat(cleared)
                .extracting(event -> event.alarm().id())
                .containsExactlyInAnyOrderElementsOf(story.made().stream()
                        .map(event -> event.alarm().id())
                        .distinct()
                        .toList());
        assertThat(story.detection().conditions()).isEmpty();
    }

    @Test
    void anEndThatIsWrittenBeforeTheAlarmWasRaisedEndsItWhenItWasRaised() {
        // given
        story.tell("spo2", "97x30 84x20");

        // when
        AlarmConditionEvent cleared =
                detector.clearAll(story.detection(), AlarmDetectionStory.START).get(0);

        // then
        assertThat(cleared.at()).isEqualTo(cleared.alarm().raisedAt());
    }
}
