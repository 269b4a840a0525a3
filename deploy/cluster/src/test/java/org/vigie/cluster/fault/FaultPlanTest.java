package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how faults are drawn. */
class FaultPlanTest {
    private static final List<String> PROCESSES = List.of("broker-1", "broker-2", "broker-3", "store", "station");

    @Test
    void theSameSeedDrawsTheSameFaults() {
        // given
        var kinds = List.of(FaultKind.values());

        // when
        List<PlannedFault> once = new FaultPlan(7, kinds, PROCESSES).draw(30);
        List<PlannedFault> again = new FaultPlan(7, kinds, PROCESSES).draw(30);

        // then
        assertThat(again).isEqualTo(once);
        assertThat(new FaultPlan(8, kinds, PROCESSES).draw(30)).isNotEqualTo(once);
    }

    @Test
    void eachKindComesBeforeOneComesAgain() {
        // given
        var kinds = List.of(FaultKind.values());

        // when
        List<PlannedFault> faults = new FaultPlan(1, kinds, PROCESSES).draw(kinds.size());

        // then
        assertThat(faults).extracting(PlannedFault::kind).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void aPauseLastsOneToThirtySecondsAndAnAbsenceFiveToTwelve() {
        // when
        List<PlannedFault> pauses = new FaultPlan(1, List.of(FaultKind.PAUSE), PROCESSES).draw(200);
        List<PlannedFault> absences = new FaultPlan(1, List.of(FaultKind.BROKER_GONE), PROCESSES).draw(200);

        // then
        assertThat(pauses).extracting(PlannedFault::seconds).allMatch(seconds -> seconds >= 1 && seconds <= 30);
        assertThat(absences).extracting(PlannedFault::seconds).allMatch(seconds -> seconds >= 5 && seconds <= 12);
        assertThat(absences).extracting(PlannedFault::target).allMatch(name -> name.startsWith("broker-"));
    }

    @Test
    void aDiskIsFullOnlyForAProcessThatKeepsFiles() {
        // when
        List<PlannedFault> full = new FaultPlan(1, List.of(FaultKind.DISK_FULL), PROCESSES).draw(50);

        // then
        assertThat(full).extracting(PlannedFault::target).doesNotContain("station");
        assertThat(full).extracting(PlannedFault::group).contains("disk-full broker", "disk-full store");
    }

    @Test
    void eachTargetIsHitBeforeOneIsHitAgain() {
        // given
        List<String> targets = List.of("store", "station");
        var plan = new FaultPlan(1, List.of(FaultKind.KILL, FaultKind.PAUSE), PROCESSES, targets);

        // when
        List<PlannedFault> faults = plan.draw(4);

        // then
        assertThat(faults)
                .extracting(PlannedFault::kind, PlannedFault::target)
                .containsExactlyInAnyOrder(
                        tuple(FaultKind.KILL, "store"),
                        tuple(FaultKind.KILL, "station"),
                        tuple(FaultKind.PAUSE, "store"),
                        tuple(FaultKind.PAUSE, "station"));
    }

    @Test
    void allProcessesAreRestartedOnlyWhenThatKindIsNamed() {
        // when, then
        assertThat(FaultKind.usual()).doesNotContain(FaultKind.ROLLING_RESTART, FaultKind.ROLLING_INFRASTRUCTURE);
        assertThat(FaultKind.of("rolling-restart")).contains(FaultKind.ROLLING_RESTART);
    }

    @Test
    void theProcessesOfOneAppAreOneGroup() {
        // given
        var first = new PlannedFault(FaultKind.KILL, "vitals-streams-1", 0);
        var second = new PlannedFault(FaultKind.KILL, "vitals-streams-2", 0);

        // when, then
        assertThat(first.group()).isEqualTo(second.group()).isEqualTo("kill vitals-streams");
        assertThat(new PlannedFault(FaultKind.BROKER_GONE, "broker-1", 5).group())
                .isEqualTo("broker-gone");
        assertThat(new PlannedFault(FaultKind.PAUSE, "store", 5)).hasToString("pause store for 5 s");
    }
}
