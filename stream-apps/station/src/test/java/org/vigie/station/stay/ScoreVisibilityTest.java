package org.vigie.station.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.monitorAlarm;
import static org.vigie.station.StationRecords.note;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.access.UnitScope;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardReader;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests when the number of a score is hidden, and that the reason names what hides it. */
class ScoreVisibilityTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private final BedStory monitor = new WardStory().bed("REA/01", "s1");
    private WardView ward = ward(ScoreDisplay.BED);

    @Test
    void aScoreIsShownBesideValuesOfItsWindow() {
        // given
        day();

        // when
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));
        ward.take(monitor.at(T0.plusSeconds(10)).kept("hr", 85).clean());

        // then
        assertThat(shown(T0.plusSeconds(11)).absent()).isNull();
        assertThat(shown(T0.plusSeconds(11)).probability()).isEqualTo(0.2);
    }

    @Test
    void aValueBeyondAnUrgentLimitHidesTheScoreBeforeItsAlarm() {
        // given
        day();
        ward.take(risk("REA/01", "s1", 0.004, 0.3, T0));

        // when
        ward.take(monitor.at(T0.plusSeconds(10)).kept("spo2", 85).clean());

        // then
        RiskSnapshot hidden = shown(T0.plusSeconds(11));
        assertThat(hidden.absent()).isEqualTo("LIMIT_VIOLATED");
        assertThat(hidden.hiddenBy()).containsExactly("spo2");
        assertThat(hidden.probability()).isNull();
        assertThat(hidden.survival7d()).isNull();
        assertThat(hidden.contributions()).isEmpty();
    }

    @Test
    void aValueBeyondTheLimitOfALowAlarmHidesTheScore() {
        // given: a saturation of 89 to 91 through the day
        for (int minute = 24 * 60; minute >= 5; minute -= 5) {
            ward.take(monitor.at(T0.minusSeconds(60L * minute))
                    .kept("spo2", 89 + minute % 3)
                    .clean());
        }
        ward.take(risk("REA/01", "s1", 0.004, 0.3, T0));

        // when
        ward.take(monitor.at(T0.plusSeconds(10)).kept("spo2", 89).clean());

        // then
        RiskSnapshot hidden = shown(T0.plusSeconds(11));
        assertThat(hidden.absent()).isEqualTo("LIMIT_VIOLATED");
        assertThat(hidden.hiddenBy()).containsExactly("spo2");
        assertThat(hidden.probability()).isNull();
    }

    @Test
    void aVitalSignThatTheWindowDoesNotHoldHidesTheScore() {
        // given
        day();
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));

        // when: a cuff that measures for the first time, inside its limits
        ward.take(monitor.at(T0.plusSeconds(10)).kept("nibp_mean", 82).clean());

        // then
        assertThat(shown(T0.plusSeconds(11)).absent()).isEqualTo("LEFT_WINDOW");
        assertThat(shown(T0.plusSeconds(11)).hiddenBy()).containsExactly("nibp_mean");
    }

    @Test
    void withoutACurrentVitalSignNoScoreIsShown() {
        // given
        day();
        ward.take(risk("REA/01", "s1", 0.004, 0.3, T0));
        ward.take(monitor.at(T0).kept("hr", 82).kept("spo2", 97).clean());
        assertThat(shown(T0.plusSeconds(1)).probability()).isEqualTo(0.004);

        // when: the monitor sends nothing more, and a result of the laboratory comes
        ward.take(monitor.at(T0.plusSeconds(60)).kept("lactate", 1.2).clean());

        // then
        assertThat(shown(T0.plusSeconds(61)).absent()).isEqualTo("NOT_WATCHED");
        assertThat(shown(T0.plusSeconds(61)).probability()).isNull();
    }

    @Test
    void aLowAlarmOfAVitalSignHidesTheScoreAndOneOfAnEarlyWarningScoreDoesNot() {
        // given
        day();
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));

        // when
        Alert ofScore = raised("a1", "REA/01", "s1", AlarmPriorityRecord.LOW, T0);
        ofScore.setRule("news2");
        ward.take(ofScore);
        // then
        assertThat(shown(T0.plusSeconds(1)).absent()).isNull();

        // when
        ward.take(raised("a2", "REA/01", "s1", AlarmPriorityRecord.LOW, T0));
        // then
        assertThat(shown(T0.plusSeconds(1)).absent()).isEqualTo("ALARM_OPEN");
    }

    @Test
    void aVitalSignOutsideTheWindowsValuesHidesTheScore() {
        // given: a heart rate of 78 to 86 through the day
        day();
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));

        // when: within the alarm limits, but 18 above the day's highest
        ward.take(monitor.at(T0.plusSeconds(10)).kept("hr", 104).clean());

        // then
        assertThat(shown(T0.plusSeconds(11)).absent()).isEqualTo("LEFT_WINDOW");
        assertThat(shown(T0.plusSeconds(11)).hiddenBy()).containsExactly("hr");
    }

    @Test
    void anUrgentAlarmOfVigieOrOfTheMonitorHidesTheScore() {
        // given
        day();
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));

        // when
        ward.take(monitorAlarm("REA/01", "FV", "start", T0));
        // then
        assertThat(shown(T0.plusSeconds(1)).absent()).isEqualTo("ALARM_OPEN");

        // when
        ward.take(monitorAlarm("REA/01", "FV", "end", T0.plusSeconds(2)));
        // then
        assertThat(shown(T0.plusSeconds(3)).absent()).isNull();

        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.MEDIUM, T0));
        // then
        assertThat(shown(T0.plusSeconds(3)).absent()).isEqualTo("ALARM_OPEN");
    }

    @Test
    void aScoreThatMovesBeyondItsIntervalWithoutAnEventIsHidden() {
        // given
        day();
        ward.take(interval(risk("REA/01", "s1", 0.2, 0.3, T0.minusSeconds(3600))));

        // when
        ward.take(interval(risk("REA/01", "s1", 0.6, 0.3, T0)));

        // then
        assertThat(shown(T0.plusSeconds(1)).absent()).isEqualTo("MOVED");
    }

    @Test
    void aScoreThatMovesWithANewLaboratoryResultIsShown() {
        // given
        day();
        ward.take(interval(risk("REA/01", "s1", 0.2, 0.3, T0.minusSeconds(3600))));

        // when
        ward.take(monitor.at(T0.minusSeconds(600)).kept("lactate", 7.5).clean());
        ward.take(interval(risk("REA/01", "s1", 0.6, 0.3, T0)));

        // then
        assertThat(shown(T0.plusSeconds(1)).absent()).isNull();
    }

    @Test
    void aUnitMayRecordScoresWithoutShowingThemOrSwitchThemOff() {
        // given
        ward = ward(ScoreDisplay.SILENT);
        day();

        // when
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));

        // then
        assertThat(shown(T0.plusSeconds(1)).absent()).isEqualTo("SILENT");
        assertThat(shown(T0.plusSeconds(1)).probability()).isNull();

        // when
        ward = ward(ScoreDisplay.OFF);
        day();
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));

        // then
        assertThat(shown(T0.plusSeconds(1))).isNull();
    }

    @Test
    void aScoreIsSentOnlyToThePhysicianWhoseOwnEstimateStands() {
        // given
        ward = ward(DisplayConfig.defaults());
        day();
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));

        // when
        RiskSnapshot before = shown(T0.plusSeconds(1));
        ward.takeEntry(estimate(T0.plusSeconds(1)));

        // then
        assertThat(before.absent()).isEqualTo("AWAITS_ESTIMATE");
        assertThat(before.probability()).isNull();
        assertThat(before.low()).isNull();
        assertThat(before.survival7d()).isNull();
        assertThat(before.contributions()).isEmpty();
        assertThat(shownTo("AB", T0.plusSeconds(2)).probability()).isEqualTo(0.2);
        assertThat(shownTo("CD", T0.plusSeconds(2)).absent()).isEqualTo("AWAITS_ESTIMATE");
        assertThat(shownTo("", T0.plusSeconds(2)).probability()).isNull();
    }

    @Test
    void anOwnEstimateOpensNoScoreBesideAnUrgentAlarm() {
        // given
        ward = ward(DisplayConfig.defaults());
        day();
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));
        ward.takeEntry(estimate(T0.plusSeconds(1)));

        // when
        ward.take(monitorAlarm("REA/01", "FV", "start", T0.plusSeconds(1)));

        // then
        assertThat(shownTo("AB", T0.plusSeconds(2)).absent()).isEqualTo("ALARM_OPEN");
        assertThat(shownTo("AB", T0.plusSeconds(2)).probability()).isNull();
    }

    @Test
    void anEstimateOfTheShiftBeforeOpensNoScore() {
        // given
        ward = ward(DisplayConfig.defaults());
        day();
        ward.take(risk("REA/01", "s1", 0.2, 0.3, T0));

        // when
        ward.takeEntry(estimate(T0.minusSeconds(13 * 3_600)));

        // then
        assertThat(shownTo("AB", T0.plusSeconds(1)).absent()).isEqualTo("AWAITS_ESTIMATE");
    }

    private static Alert estimate(Instant at) {
        return note("REA/01", "s1", AlertStateRecord.ESTIMATE_RECORDED, Map.of("percent", "20"), at);
    }

    private static WardView ward(ScoreDisplay score) {
        return ward(new DisplayConfig(score, UnitSystem.SI).withoutEstimate());
    }

    private static WardView ward(DisplayConfig display) {
        WardViewConfig settings = WardViewConfig.of(StalenessConfig.defaults()).with(display);
        var ward = new WardView(settings, List.of(), 1, T0);
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(86_400)));
        return ward;
    }

    /** A heart rate of 78 to 86 and a saturation of 96 to 98 in each five minutes of the day before, the last of them now. */
    private void day() {
        for (int minute = 24 * 60; minute >= 0; minute -= 5) {
            Instant at = T0.minusSeconds(60L * minute);
            ward.take(monitor.at(at)
                    .kept("hr", 78 + minute % 3 * 4)
                    .kept("spo2", 96 + minute % 3)
                    .clean());
        }
    }

    private static RiskScore interval(RiskScore score) {
        score.setLow(score.getProbability() - 0.1);
        score.setHigh(score.getProbability() + 0.1);
        return score;
    }

    private RiskSnapshot shownTo(String name, Instant wall) {
        return ward.snapshot(wall)
                .seenBy(new WardReader(UnitScope.everyUnit(), name))
                .beds()
                .get(0)
                .risk();
    }

    private RiskSnapshot shown(Instant wall) {
        return ward.snapshot(wall).beds().get(0).risk();
    }
}
