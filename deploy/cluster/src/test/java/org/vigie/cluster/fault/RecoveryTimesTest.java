package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.cluster.fault.RecoveryTimes.RecoverySummary;

class RecoveryTimesTest {
    private final RecoveryTimes times = new RecoveryTimes();

    @Test
    void theMedianIsByNearestRankAndTheLongestIsNamed() {
        // given
        times.add("kill store", 9.5);
        times.add("kill store", 1.0);
        times.add("kill store", 4.0);
        times.add("kill store", 2.0);

        // when, then
        assertThat(times.summaries()).containsEntry("kill store", new RecoverySummary(4, 2.0, 9.5));
    }

    @Test
    void eachKindHasItsOwnTimes() {
        // given
        times.add("poison", 1.0);
        times.add("kill store", 3.0);

        // when, then
        assertThat(times.summaries())
                .hasToString("{kill store=RecoverySummary[count=1, p50=3.0, max=3.0],"
                        + " poison=RecoverySummary[count=1, p50=1.0, max=1.0]}");
    }

    @Test
    void aRunWithoutFaultsHasNoTimes() {
        assertThat(times.summaries()).isEmpty();
    }
}
