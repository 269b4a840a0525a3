package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    @Test
    void jsonHoldsTheFiguresBesideTheNameOfTheBenchmark() throws Exception {
        // given
        var report = new BenchReport("beds", BenchMachine.here(), List.of(), Map.of("beds_held", 700));

        // when
        JsonNode json = new ObjectMapper().readTree(report.json());

        // then
        assertThat(json.fieldNames()).toIterable().containsExactly("bench", "machine", "comparisons", "beds_held");
        assertThat(json.get("beds_held").asInt()).isEqualTo(700);
    }
}
