package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.cluster.fault.RecoveryTimes.RecoverySummary;

/** Tests which times a run of faults reports. */
class FaultTimesTest {
    private final FaultTimes times = new FaultTimes();

    @Test
    void theTimesOfAFaultAreToldAtOnce() {
        assertThat(times.add(killed("station"), 8.46, new AlarmInterruption(0.96, 2.4)))
                .isEqualTo("recovered after 8.5 s, alarms after 1.0 s (silent for 2.4 s)");
    }

    @Test
    void theProcessesOfOneAppShareTheirTimes() {
        // when
        times.add(killed("alert-streams-1"), 15, new AlarmInterruption(11, 12));
        times.add(killed("alert-streams-2"), 9, new AlarmInterruption(5, 6));

        // then
        assertThat(times.recovered()).containsOnly(entry(2, 9, 15));
        assertThat(times.alarms().again()).containsOnly(entry(2, 5, 11));
        assertThat(times.alarms().silent()).containsOnly(entry(2, 6, 12));
    }

    @Test
    void theTimesOfAKindAreDescribedForPeople() {
        // given
        times.add(new PlannedFault(FaultKind.POISON, "", 0), 0, new AlarmInterruption(0.3, 1.1));

        // when, then
        assertThat(times.alarms().describe("poison"))
                .isEqualTo("alarms after 0.3 s (median), 0.3 s (longest), silent for 1.1 s at most");
    }

    private static Map.Entry<String, RecoverySummary> entry(int count, double median, double longest) {
        return Map.entry("kill alert-streams", new RecoverySummary(count, median, longest));
    }

    private static PlannedFault killed(String process) {
        return new PlannedFault(FaultKind.KILL, process, 0);
    }
}
