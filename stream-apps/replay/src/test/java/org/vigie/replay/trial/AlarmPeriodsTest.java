package org.vigie.replay.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.replay.trial.EpisodeSamples.HOUR;
import static org.vigie.replay.trial.EpisodeSamples.alarm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlertKind;

class AlarmPeriodsTest {
    @Test
    void anAlarmIsOfThePeriodInWhichItWasRaised() {
        // given
        AlarmEpisode first = alarm("s1", "spo2_low", 0, 60);
        AlarmEpisode last = alarm("s1", "spo2_low", 3_599, 3_700);

        // when
        var periods = new AlarmPeriods(
                List.of(alarm("s1", "spo2_low", -1, 60), first, last, alarm("s1", "spo2_low", 3_600, 3_700)), HOUR);

        // then
        assertThat(periods.all()).containsExactly(first, last);
        assertThat(periods.of("s1")).containsExactly(first, last);
        assertThat(periods.of("s2")).isEmpty();
    }

    @Test
    void aPredictedRiskIsNoAlarm() {
        // given
        AlarmEpisode predicted =
                alarm("s1", "risk", 10).setKind(AlertKind.PREDICTED).build();

        // when, then
        assertThat(new AlarmPeriods(List.of(predicted), HOUR).all()).isEmpty();
    }

    @Test
    void twoAlarmsAreBesideEachOtherWhenTheyTouchWithinTheSlack() {
        // given
        AlarmEpisode alarm = alarm("s1", "spo2_low", 600, 660);
        var others = new AlarmPeriods(
                List.of(
                        alarm("s1", "touches", 300, 480),
                        alarm("s1", "before", 300, 479),
                        alarm("s1", "follows", 780, 800),
                        alarm("s1", "after", 781, 800),
                        alarm("s2", "elsewhere", 600, 660)),
                HOUR);

        // when
        List<AlarmEpisode> beside = others.beside(alarm, Duration.ofMinutes(2), each -> true);

        // then
        assertThat(beside).extracting(AlarmEpisode::getRule).containsExactly("touches", "follows");
    }

    @Test
    void anAlarmThatIsStillOpenLastsToTheEndOfThePeriod() {
        // given
        var open = new AlarmPeriods(List.of(alarm("s1", "spo2_low", 10).build()), HOUR);

        // when, then
        assertThat(open.beside(alarm("s1", "spo2_low", 3_590, 3_599), Duration.ZERO, each -> true))
                .hasSize(1);
    }

    @Test
    void rulesThatRaiseBeforeThePeriodBeginsMissNothing() {
        // given: the live alarm is of the period, that of the new rules came half a minute earlier
        AlarmEpisode live = alarm("s1", "spo2_low", 10, 120);
        var tried = new AlarmPeriods(List.of(alarm("s1", "spo2_low", -20, 120)), HOUR);

        // when
        RaiseTimeComparison times = RaiseTimeComparison.of(new AlarmPeriods(List.of(live), HOUR), tried);

        // then
        assertThat(times).isEqualTo(new RaiseTimeComparison(1, 0, 0, Optional.of(30.0)));
    }

    @Test
    void anAlarmWithoutAnIncidentCalledOnceAtLeast() {
        assertThat(AlarmPeriods.calls(alarm("s1", "r", 0).setCalls(0).build())).isOne();
        assertThat(AlarmPeriods.calls(alarm("s1", "r", 0).setCalls(3).build())).isEqualTo(3);
        assertThat(AlarmPeriods.calls(
                        alarm("s1", "r", 0).setCalls(0).setIncident("i").build()))
                .isZero();
    }
}
