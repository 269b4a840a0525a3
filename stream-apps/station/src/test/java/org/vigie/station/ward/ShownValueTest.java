package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.stay.ValueSnapshot;

/** Tests which value of a variable is shown, with its source, its mark and its age. */
class ShownValueTest extends WardViewStory {
    @Test
    void aBedShowsItsNewestValueWithAgeSourceAndOrigin() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));

        // when
        ward.take(monitor.at(T0).kept("hr", 82).clean());
        ward.take(monitor.at(T0.plusSeconds(1)).kept("hr", 84).clean());

        // then
        BedSnapshot bed = bed("REA/01", T0.plusSeconds(3));
        assertThat(bed.values()).singleElement().satisfies(value -> {
            assertThat(value.value()).isEqualTo(84);
            assertThat(value.ageMs()).isEqualTo(2_000);
            assertThat(value.source()).isEqualTo("story");
            assertThat(value.verdict()).isEqualTo("KEPT");
        });
        assertThat(bed.newest().publishedAt()).isEqualTo(T0.plusSeconds(1).toEpochMilli());
        assertThat(bed.newest().offset()).isOne();
    }

    @Test
    void aLateReadingNeverReplacesTheNewest() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(monitor.at(T0.plusSeconds(1))
                .kept("hr", 60, T0.minusSeconds(30))
                .clean());

        // then
        assertThat(value("REA/01", T0).value()).isEqualTo(84);
    }

    @Test
    void aWithdrawnValueIsMarkedAndHasNoNumber() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(monitor.at(T0.plusSeconds(2)).withdrawn("hr", 84, T0).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(3)))
                .returns(null, ValueSnapshot::value)
                .returns(null, ValueSnapshot::last)
                .returns(true, ValueSnapshot::stale)
                .returns("RETRACTED", ValueSnapshot::because);
        assertThat(ward.trend("REA/01", 1, T0.plusSeconds(3)).orElseThrow().lines())
                .allSatisfy(line -> assertThat(line.kept().last()).isEmpty());
        assertThat(ward.quality().retracted()).isEqualTo(1);
    }

    @Test
    void anOlderValueThatIsWithdrawnLeavesTheNewest() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(monitor.at(T0.plusSeconds(1)).kept("hr", 85).clean());
        ward.take(monitor.at(T0.plusSeconds(2)).withdrawn("hr", 84, T0).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(2)).value()).isEqualTo(85);
    }

    @Test
    void aCorrectionTakesThePlaceOfTheValueThatIsShownHoweverLateItComes() {
        // when
        ward.take(monitor.at(T0).kept("hr", 184).clean());
        ward.take(monitor.at(T0.plusSeconds(2)).corrected("hr", 184, 84, T0).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(3)).value()).isEqualTo(84);
        assertThat(ward.trend("REA/01", 1, T0.plusSeconds(3)).orElseThrow().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.kept().high()).containsExactly(84f));
    }

    @Test
    void anOldValueIsNoNumberAnyMoreAndStandsOnlyAsTheLastOne() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(15)))
                .returns(84.0, ValueSnapshot::value)
                .returns(null, ValueSnapshot::last);
        ValueSnapshot old = value("REA/01", T0.plusMillis(15_001));
        assertThat(old.stale()).isTrue();
        assertThat(old.value()).isNull();
        assertThat(old.last()).isEqualTo(84);
        assertThat(old.measuredAt()).isEqualTo(T0.toEpochMilli());
    }

    @Test
    void aStaleValueShowsWhyNoNewerValueWasKept() {
        // when
        ward.take(monitor.at(T0).kept("spo2", 97).clean());
        ward.take(monitor.at(T0.plusSeconds(20)).rejected("spo2", CleaningReasonRecord.DEVICE_INVALID));

        // then
        assertThat(value("REA/01", T0.plusSeconds(20)).because()).isEqualTo("DEVICE_INVALID");
    }

    @Test
    void aDeviceWhoseClockRunsAheadDoesNotKeepItsValueFresh() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84, T0.plusSeconds(240)).clean());

        // then
        assertThat(value("REA/01", T0.plusSeconds(16)).stale()).isTrue();
    }

    @Test
    void aChartedSourceHasItsOwnLimit() {
        // given
        var limits = StalenessConfig.defaults();
        var charted = new StalenessConfig(
                limits.continuous(),
                limits.episodic(),
                limits.manual(),
                limits.lab(),
                limits.score(),
                limits.input(),
                limits.alarms(),
                limits.cleared(),
                limits.suspect(),
                limits.imputedShare(),
                Map.of("story", Duration.ofMinutes(90)));
        var slow = new WardView(charted, List.of(), 1, T0);

        // when
        slow.take(monitor.at(T0).kept("hr", 84).clean());
        slow.take(admitted("REA/01", "s1", T0));

        // then
        assertThat(slow.snapshot(T0.plusSeconds(3600))
                        .beds()
                        .get(0)
                        .values()
                        .get(0)
                        .value())
                .isEqualTo(84);
    }

    @Test
    void whenARecordingIsPlayedFastTheWayToTheScreenDoesNotMakeItsValuesStale() {
        // given
        var fast = new WardView(StalenessConfig.defaults(), List.of(), 60, T0);

        // when
        fast.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        fast.take(monitor.at(T0).kept("hr", 84).clean());

        // then
        assertThat(fast.snapshot(T0.plusSeconds(14))
                        .beds()
                        .get(0)
                        .values()
                        .get(0)
                        .stale())
                .isFalse();
        assertThat(fast.snapshot(T0.plusSeconds(16))
                        .beds()
                        .get(0)
                        .values()
                        .get(0)
                        .stale())
                .isTrue();
    }

    @Test
    void aMonitorsValueThatIsSuspectForLongSaysSinceWhenAndAKeptOneEndsIt() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(3600)));
        ward.take(monitor.at(T0).kept("hr", 82).kept("lactate", 2).clean());

        // when
        suspectUntil(1, 121);

        // then
        assertThat(doubtfulSince("hr", 121)).as("two minutes").isNull();

        // when
        suspectUntil(122, 240);

        // then
        assertThat(doubtfulSince("hr", 240)).isEqualTo(T0.plusSeconds(1).toEpochMilli());
        assertThat(doubtfulSince("lactate", 240))
                .as("nobody measures it again at the bedside")
                .isNull();
        assertThat(doubtfulSince("hr", 300)).as("too old to be a number").isNull();

        // when
        ward.take(monitor.at(T0.plusSeconds(301)).kept("hr", 80).clean());
        ward.take(monitor.at(T0.plusSeconds(302)).suspect("hr", 41).clean());

        // then
        assertThat(doubtfulSince("hr", 303)).isNull();
    }

    private void suspectUntil(int from, int until) {
        for (int second = from; second <= until; second++) {
            ward.take(monitor.at(T0.plusSeconds(second))
                    .suspect("hr", 41)
                    .suspect("lactate", 9)
                    .clean());
        }
    }

    private Long doubtfulSince(String variable, int second) {
        return bed("REA/01", T0.plusSeconds(second)).values().stream()
                .filter(value -> value.variable().equals(variable))
                .findFirst()
                .orElseThrow()
                .doubtfulSince();
    }

    @Test
    void aSuspectValueKeepsItsMark() {
        // when
        ward.take(monitor.at(T0).suspect("hr", 210).clean());

        // then
        assertThat(value("REA/01", T0).verdict()).isEqualTo("SUSPECT");
        assertThat(value("REA/01", T0).reason()).isEqualTo("SPIKE");
    }
}
