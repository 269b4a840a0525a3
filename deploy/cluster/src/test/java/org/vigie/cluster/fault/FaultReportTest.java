package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the report of a run with faults. */
class FaultReportTest {
    @TempDir
    Path directory;

    @Test
    void theReportHasItsKeysAndTheMedianOfEachKind() throws Exception {
        // given
        var times = new FaultTimes();
        var kill = new PlannedFault(FaultKind.KILL, "station", 0);
        List.of(4.0, 1.0, 3.0, 2.0).forEach(seconds -> times.add(kill, seconds, new AlarmInterruption(seconds / 2, 5)));
        Path file = directory.resolve("faults.json");

        // when
        report(0, List.of(), times).write(file);

        // then
        JsonNode read = new ObjectMapper().readTree(file.toFile());
        assertThat(read.fieldNames())
                .toIterable()
                .containsExactly(
                        "faults",
                        "episodes",
                        "lost",
                        "doubled",
                        "broken_chains",
                        "scores",
                        "messages",
                        "recovery_s",
                        "alarms_s",
                        "broken");
        assertThat(read.at("/recovery_s/kill station/p50").asDouble()).isEqualTo(2.0);
        assertThat(read.at("/recovery_s/kill station/max").asDouble()).isEqualTo(4.0);
        assertThat(read.at("/alarms_s/again/kill station/max").asDouble()).isEqualTo(2.0);
        assertThat(read.at("/alarms_s/silent/kill station/p50").asDouble()).isEqualTo(5.0);
    }

    @Test
    void aLostAlarmOrABrokenInvariantMakesTheAnswerNo() {
        // given
        var times = new FaultTimes();

        // when, then
        assertThat(report(0, List.of(), times).isGood()).isTrue();
        assertThat(report(1, List.of(), times).isGood()).isFalse();
        assertThat(report(0, List.of("after poison: not conserved"), times).isGood())
                .isFalse();
    }

    private static FaultReport report(int lost, List<String> broken, FaultTimes times) {
        return new FaultReport(
                4, 12, lost, 0, 0, ScoreCount.none(), Map.of("sent", 40), times.recovered(), times.alarms(), broken);
    }
}
