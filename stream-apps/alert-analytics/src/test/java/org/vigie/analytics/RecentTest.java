package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmLoad;

class RecentTest {
    @Test
    void twentyFourAlarmsInTwoHoursAreOnePerTenMinutesAndNurseForTwo() {
        Recent recent = Recent.NOTHING;
        for (int i = 0; i < 24; i++) {
            recent = recent.with("a" + i, Alarms.at(300L * i), 2);
        }

        AlarmLoad load = recent.load("REA", 2, 1);

        assertThat(load.getLast120Minutes()).isEqualTo(24);
        assertThat(load.getLast10Minutes()).isEqualTo(2);
        assertThat(load.getPerNurse()).isCloseTo(1.0, within(1e-9));
        assertThat(load.getBurn()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void anAlarmThatComesTwiceCountsOnceAndOneOfTwoHoursAgoNoMore() {
        Recent recent = Recent.NOTHING.with("a", Alarms.at(0), 1).with("a", Alarms.at(0), 1);

        assertThat(recent.within(Recent.LONG)).isEqualTo(1);
        assertThat(recent.until(Alarms.at(7_199), 1).within(Recent.LONG)).isEqualTo(1);
        assertThat(recent.until(Alarms.at(7_200), 1).within(Recent.LONG)).isZero();
    }

    @Test
    void aFloodBeginsAboveTenInTenMinutesAndEndsBelowFive() {
        Recent recent = burst(10);
        assertThat(recent.flood()).isFalse();

        recent = recent.with("a10", Alarms.at(10), 1);
        assertThat(recent.flood()).isTrue();
        assertThat(recent.until(Alarms.at(606 - 1), 1).flood()).isTrue();
        assertThat(recent.until(Alarms.at(606), 1).flood()).isFalse();
    }

    @Test
    void twoNursesShareAFlood() {
        assertThat(burst(20, 2).flood()).isFalse();
        assertThat(burst(21, 2).flood()).isTrue();
    }

    @Test
    void timeNeverGoesBack() {
        Recent recent = Recent.NOTHING.with("late", Alarms.at(100), 1).until(Alarms.at(50), 1);

        assertThat(recent.at()).isEqualTo(Alarms.at(100));
        assertThat(RecentFormat.read(RecentFormat.write(recent))).isEqualTo(recent);
    }

    /** One each second. */
    private static Recent burst(int alarms) {
        return burst(alarms, 1);
    }

    private static Recent burst(int alarms, double nurses) {
        Recent recent = Recent.NOTHING;
        for (int i = 0; i < alarms; i++) {
            recent = recent.with("a" + i, Alarms.at(i), nurses);
        }
        return recent;
    }
}
