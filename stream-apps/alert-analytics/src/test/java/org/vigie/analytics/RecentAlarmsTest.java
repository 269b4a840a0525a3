package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmLoad;
import org.vigie.testing.story.WardStory;

/** Tests the begin and the end of an alarm flood. */
class RecentAlarmsTest {
    @Test
    void twentyFourAlarmsInTwoHoursAreOnePerTenMinutesAndNurseForTwo() {
        // given
        RecentAlarms recent = RecentAlarms.NOTHING;
        for (int i = 0; i < 24; i++) {
            recent = recent.with("a" + i, WardStory.at(300L * i), 2);
        }

        // when
        AlarmLoad load = recent.load("REA", 2, 1);

        // then
        assertThat(load.getLast120Minutes()).isEqualTo(24);
        assertThat(load.getLast10Minutes()).isEqualTo(2);
        assertThat(load.getPerNurse()).isCloseTo(1.0, within(1e-9));
        assertThat(load.getBurn()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void aRepeatedAlarmCountsOnceAndOneOfTwoHoursAgoNoLongerCounts() {
        // when
        RecentAlarms recent = RecentAlarms.NOTHING.with("a", WardStory.at(0), 1).with("a", WardStory.at(0), 1);

        // then
        assertThat(recent.within(RecentAlarms.LONG)).isEqualTo(1);
        assertThat(recent.until(WardStory.at(7_199), 1).within(RecentAlarms.LONG))
                .isEqualTo(1);
        assertThat(recent.until(WardStory.at(7_200), 1).within(RecentAlarms.LONG))
                .isZero();
    }

    @Test
    void aFloodBeginsAboveTenInTenMinutesAndEndsBelowFive() {
        // when
        RecentAlarms recent = burst(10);

        // then
        assertThat(recent.flood()).isFalse();

        // when
        recent = recent.with("a10", WardStory.at(10), 1);

        // then
        assertThat(recent.flood()).isTrue();
        assertThat(recent.until(WardStory.at(606 - 1), 1).flood()).isTrue();
        assertThat(recent.until(WardStory.at(606), 1).flood()).isFalse();
    }

    @Test
    void twoNursesShareAFlood() {
        assertThat(burst(20, 2).flood()).isFalse();
        assertThat(burst(21, 2).flood()).isTrue();
    }

    @Test
    void timeNeverGoesBack() {
        // when
        RecentAlarms recent =
                RecentAlarms.NOTHING.with("late", WardStory.at(100), 1).until(WardStory.at(50), 1);

        // then
        assertThat(recent.at()).isEqualTo(WardStory.at(100));
    }

    /** Returns recent alarms with one alarm per second. */
    private static RecentAlarms burst(int alarms) {
        return burst(alarms, 1);
    }

    private static RecentAlarms burst(int alarms, double nurses) {
        RecentAlarms recent = RecentAlarms.NOTHING;
        for (int i = 0; i < alarms; i++) {
            recent = recent.with("a" + i, WardStory.at(i), nurses);
        }
        return recent;
    }
}
