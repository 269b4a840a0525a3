package org.vigie.cluster.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests how the alarms of two runs are compared. */
class AlarmComparisonTest {
    private static final RaisedAlarm EARLY = new RaisedAlarm("REA/01", "spo2_low", -3_600);
    private static final RaisedAlarm DUE = new RaisedAlarm("REA/02", "hr_high", 40);
    private static final RaisedAlarm LATE = new RaisedAlarm("REA/03", "rr_high", 41);

    @Test
    void alarmsThatOneRunCouldNotRaiseYetAreLeftOut() {
        // given
        var cluster = new PlayedWard(200, Set.of(EARLY, DUE, LATE));
        var oneJvm = new PlayedWard(100, Set.of(EARLY, DUE));

        // when
        AlarmComparison found = AlarmComparison.of(cluster, oneJvm);

        // then
        assertThat(found.untilS()).isEqualTo(40);
        assertThat(found.equal()).isEqualTo(2);
        assertThat(found.isGood()).isTrue();
    }

    @Test
    void anAlarmThatOnlyOneRunHasIsNamed() {
        // given
        var cluster = new PlayedWard(200, Set.of(EARLY));
        var oneJvm = new PlayedWard(200, Set.of(EARLY, DUE));

        // when
        AlarmComparison found = AlarmComparison.of(cluster, oneJvm);

        // then
        assertThat(found.isGood()).isFalse();
        assertThat(found.onlyInCluster()).isEmpty();
        assertThat(found.onlyInOneJvm()).containsExactly("REA/02 hr_high at 40 s");
    }

    @Test
    void twoRunsWithoutAnyAlarmProveNothing() {
        // given
        var empty = new PlayedWard(200, Set.of());

        // when, then
        assertThat(AlarmComparison.of(empty, empty).isGood()).isFalse();
    }
}
