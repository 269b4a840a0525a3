package org.vigie.replay.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.replay.trial.EpisodeSamples.HOUR;
import static org.vigie.replay.trial.EpisodeSamples.alarm;
import static org.vigie.replay.trial.EpisodeSamples.at;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;

/** Tests how the alarms of two rule sets are compared with each other and with the feedback of clinicians. */
class RuleComparisonTest {
    @Test
    void theMedianSaysHowMuchEarlierTheNewRulesRaise() {
        // given
        var current = periods(
                alarm("s1", "spo2_low", 100, 200), alarm("s2", "spo2_low", 100, 200), alarm("s3", "hr_high", 100, 200));
        var tried = periods(
                alarm("s1", "spo2_low", 90, 200), alarm("s2", "spo2_low", 120, 200), alarm("s4", "hr_high", 100, 200));

        // when, then
        assertThat(RaiseTimeComparison.of(current, tried))
                .isEqualTo(new RaiseTimeComparison(2, 1, 1, Optional.of(-5.0)));
    }

    @Test
    void withoutACommonAlarmThereIsNoMedian() {
        assertThat(RaiseTimeComparison.of(periods(alarm("s1", "spo2_low", 100, 200)), periods()))
                .isEqualTo(new RaiseTimeComparison(0, 1, 0, Optional.empty()));
    }

    @Test
    void aRealAlarmIsMissedWhenTheRulesCallForNothingAroundIt() {
        // given
        List<AlarmEpisode> live = List.of(
                judged("s1", 600, AlarmFeedbackRecord.USEFUL),
                judged("s2", 600, AlarmFeedbackRecord.KNOWN),
                judged("s3", 600, AlarmFeedbackRecord.USEFUL));
        var tried = periods(
                alarm("s1", "map_low", 540, 560),
                alarm("s2", "spo2_low", 600, 660),
                alarm("s3", "spo2_low", 600)
                        .setIncident("i")
                        .setCalls(0)
                        .setClearedAt(at(660))
                        .build());

        // when
        FeedbackCheck check = FeedbackCheck.of(live, tried, HOUR);

        // then: another rule that calls is enough, an alarm that calls nobody is not
        assertThat(check.real()).isEqualTo(3);
        assertThat(check.missed()).containsExactly("REA/s3 spo2_low 2026-03-01T08:10:00Z");
    }

    @Test
    void aFalseAlarmIsAvoidedWhenTheRulesDoNotRaiseTheSameOne() {
        // given
        List<AlarmEpisode> live =
                List.of(judged("s1", 600, AlarmFeedbackRecord.FALSE), judged("s2", 600, AlarmFeedbackRecord.ARTEFACT));
        var tried = periods(alarm("s1", "spo2_low", 605, 660), alarm("s2", "hr_high", 605, 660));

        // when
        FeedbackCheck check = FeedbackCheck.of(live, tried, HOUR);

        // then
        assertThat(check).isEqualTo(new FeedbackCheck(0, List.of(), 2, 1));
    }

    @Test
    void theStaysWhoseCallsDifferMostComeFirst() {
        // given
        var current = periods(
                alarm("s1", "spo2_low", 10, 20),
                alarm("s2", "spo2_low", 10, 20),
                alarm("s2", "spo2_low", 30, 40),
                alarm("s3", "hr_high", 10, 20));
        var tried = periods(alarm("s1", "spo2_low", 10, 20), alarm("s3", "hr_low", 10, 20));

        // when
        List<StayDifference> greatest = StayDifference.greatest(current, tried);

        // then: a stay with the same calls is left out
        assertThat(greatest).extracting(StayDifference::stay).containsExactly("s2", "s3");
        assertThat(greatest.get(0).rules()).isEqualTo(Map.of("spo2_low", -2));
        assertThat(greatest.get(1).inWords()).isEqualTo("-1 hr_high, +1 hr_low");
        assertThat(greatest.get(0).current()).containsExactly(at(10), at(30));
    }

    @Test
    void atMostTenStaysAreShown() {
        // given
        AlarmEpisode[] alarms = IntStream.range(0, 12)
                .mapToObj(stay -> alarm("s" + stay, "hr_high", 10, 20))
                .toArray(AlarmEpisode[]::new);

        // when, then
        assertThat(StayDifference.greatest(periods(alarms), periods())).hasSize(10);
    }

    private static AlarmPeriods periods(AlarmEpisode... alarms) {
        return new AlarmPeriods(List.of(alarms), HOUR);
    }

    private static AlarmEpisode judged(String stay, int raised, AlarmFeedbackRecord feedback) {
        return alarm(stay, "spo2_low", raised)
                .setClearedAt(at(raised + 60))
                .setFeedback(feedback)
                .build();
    }
}
