package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests alarms that readings cannot raise or clear: missing readings and the end of a stay. */
class EndOfStayClearingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AlarmDetector detector =
            new AlarmDetector(AlarmRuleCatalogue.adultIcu().standard().rules());
    private final AlarmDetectionStory story = new AlarmDetectionStory();

    @Test
    void aMonitoredStayThatFallsSilentIsMissedOnceAndItsNextReadingEndsThat() {
        story.tell("spo2", "97x30");

        AlarmTransition raised =
                detector.raiseSilent(story.watch(), "REA/03", MINUTE).orElseThrow();
        assertThat(detector.raiseSilent(story.watch(), "REA/03", MINUTE)).isEmpty();
        story.silentFor("PT2M").tell("spo2", "97x5");

        assertThat(raised.messageFr()).isEqualTo("Plus aucune mesure depuis 1 min");
        assertThat(story.seconds(raised.onset())).isEqualTo(29);
        assertThat(story.told()).containsExactly("bed_silent CLEARED MEDIUM");
        assertThat(story.made().get(0).alert()).isEqualTo(raised.alert());
        assertThat(story.made().get(0).messageFr()).isEqualTo("Mesures revenues après 2 min");
    }

    @Test
    void aStayThatIsChartedByTheHourIsNotMissed() {
        story.every("PT1H").tell(Map.of("hr", "80x5", "spo2", "97x5"));

        assertThat(detector.raiseSilent(story.watch(), "REA/03", MINUTE)).isEmpty();
    }

    @Test
    void aStayThatIsNoLongerMonitoredIsNotMissed() {
        story.tell("spo2", "97x30").silentFor("PT1H").every("PT1H").tell("hr", "80x3");

        assertThat(detector.raiseSilent(story.watch(), "REA/03", MINUTE)).isEmpty();
    }

    @Test
    void allThatIsOpenEndsWithTheStayAndNothingStaysPending() {
        story.tell(Map.of("spo2", "84x20", "hr", "150x20", "rr", "16x15 33x5"));
        Instant end = AlarmDetectionStory.START.plusSeconds(600);

        List<AlarmTransition> cleared = detector.clearAll(story.watch(), end);

        assertThat(cleared).extracting(AlarmTransition::rule).containsExactly("hr_high", "spo2_low");
        assertThat(cleared).allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(AlarmTransition.TransitionKind.CLEARED);
            assertThat(each.at()).isEqualTo(end);
            assertThat(each.messageFr()).isEqualTo("Séjour terminé : fin de l'alarme après 10 min");
            assertThat(each.messageEn()).isEqualTo("Stay ended: alarm over after 10 min");
        });
        assertThat(cleared)
                .extracting(AlarmTransition::alert)
                .containsExactlyInAnyOrderElementsOf(story.made().stream()
                        .map(AlarmTransition::alert)
                        .distinct()
                        .toList());
        assertThat(story.watch().episodes()).isEmpty();
    }

    @Test
    void anEndThatIsWrittenBeforeTheAlarmWasRaisedEndsItWhenItWasRaised() {
        story.tell("spo2", "97x30 84x20");

        AlarmTransition cleared =
                detector.clearAll(story.watch(), AlarmDetectionStory.START).get(0);

        assertThat(cleared.at()).isEqualTo(cleared.raisedAt());
    }
}
