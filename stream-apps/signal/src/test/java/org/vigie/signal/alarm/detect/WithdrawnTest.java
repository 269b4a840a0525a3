package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.vitals.ReadingPosition;

/** Tests that a withdrawn value neither raises nor holds an alarm and leaves no normal value behind. */
class WithdrawnTest {
    private static final AlarmDetector ALARMS = new AlarmDetector(
            AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow().standard().rules());
    private static final Map<String, String> WELL = Map.of(
            "hr", "80x30", "rr", "15x30", "spo2", "97x30", "nibp_sys", "120x30", "temp", "37x30", "gcs", "15x30");

    private final AlarmDetectionStory story = new AlarmDetectionStory();

    @Test
    void anOpenAlarmIsOverWhenTheValueThatHoldsItIsTakenBack() {
        // given
        story.tell("spo2", "97x30 84x20");

        // when
        List<AlarmConditionEvent> made = withdraw("spo2", 84);

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM");
        assertThat(made).singleElement().satisfies(over -> {
            assertThat(over.alarm().rule()).isEqualTo("spo2_low");
            assertThat(over.kind()).isEqualTo(AlarmEventKind.CLEARED);
            assertThat(over.alarm().finding().value()).isNaN();
            assertThat(over.text().fr()).startsWith("Mesure retirée par son émetteur");
            assertThat(over.text().en()).startsWith("Measurement withdrawn by its sender");
        });
        assertThat(story.detection().vitals().find("spo2")).isEmpty();
    }

    @Test
    void aViolationThatWasTakenBackIsPendingNoLonger() {
        // given
        story.tell("spo2", "97x30 84x10");
        withdraw("spo2", 84);

        // when
        story.tell("spo2", "84x10");

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void whatGoesOnIsRaisedAgain() {
        // given
        story.tell("spo2", "97x30 84x20");
        withdraw("spo2", 84);

        // when
        story.tell("spo2", "84x20");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low RAISED MEDIUM");
    }

    @Test
    void anOlderValueThatIsTakenBackChangesNothingOfNow() {
        // when
        story.tell("spo2", "97x30 84x20");

        // then
        assertThat(withdraw("spo2", 84, lastInstant().minusSeconds(5))).isEmpty();
        assertThat(story.detection().vitals().find("spo2")).isPresent();
    }

    @Test
    void aCorrectedValueThatIsWellEndsTheAlarmAndOneThatIsNotHoldsIt() {
        // when
        story.tell("spo2", "97x30 84x20");

        // then
        assertThat(correct("spo2", 84, 85)).isEmpty();
        assertThat(correct("spo2", 85, 97))
                .singleElement()
                .satisfies(over -> assertThat(over.kind()).isEqualTo(AlarmEventKind.CLEARED));
        assertThat(story.detection().vitals().find("spo2").orElseThrow().value())
                .isEqualTo(97);
    }

    @Test
    void theEarlyWarningBecomesIncompleteAndNeverNormal() {
        // when
        story.tell(WELL);

        // then
        assertThat(ALARMS.warning(story.detection()).missing())
                .extracting(ScoreComponent::input)
                .doesNotContain("rr");

        // when
        withdraw("rr", 15);

        // then
        assertThat(ALARMS.warning(story.detection()).missing())
                .extracting(ScoreComponent::input)
                .contains("rr");
        assertThat(ALARMS.warning(story.detection()).high())
                .isGreaterThan(ALARMS.warning(story.detection()).low());
    }

    @Test
    void whatIsFilledInCallsNobodyAndIsKnownAfterwards() {
        // given
        Instant at = AlarmDetectionStory.START;

        // when
        for (int second = 0; second < 60; second++) {
            Instant now = at.plusSeconds(second);
            assertThat(ALARMS.fillPast(
                            story.detection(),
                            new InstantReadings(
                                    "REA/03",
                                    now,
                                    now,
                                    List.of(new InstantReadings.KeptReading("spo2", 80, new ReadingPosition(0, 1, 0))),
                                    List.of())))
                    .isEmpty();
        }

        // then
        assertThat(story.detection().conditions()).isEmpty();
        assertThat(story.detection().vitals().find("spo2").orElseThrow().value())
                .isEqualTo(80);
    }

    private List<AlarmConditionEvent> withdraw(String variable, double value) {
        return withdraw(variable, value, lastInstant());
    }

    private List<AlarmConditionEvent> withdraw(String variable, double value, Instant at) {
        var withdrawn = List.of(new InstantReadings.WithdrawnReading(variable, value));
        return ALARMS.evaluate(
                story.detection(),
                new InstantReadings("REA/03", at, at.plusSeconds(60), List.of(), List.of(), withdrawn));
    }

    private List<AlarmConditionEvent> correct(String variable, double before, double value) {
        Instant at = lastInstant();
        var kept = List.of(new InstantReadings.KeptReading(variable, value, new ReadingPosition(0, 999, 0)));
        var withdrawn = List.of(new InstantReadings.WithdrawnReading(variable, before));
        return ALARMS.evaluate(story.detection(), new InstantReadings("REA/03", at, at, kept, List.of(), withdrawn));
    }

    private Instant lastInstant() {
        return story.detection().clock();
    }
}
