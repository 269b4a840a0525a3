package org.vigie.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.bench.streams.CatchUpBench.PairedRuns;
import org.vigie.embedded.EmbeddedKafka;

/** Tests the load of the benchmarks and one small run of each. Each run has a broker of its own, because its namespaces have fixed names. */
class CatchUpBenchIT {
    private static final WardLoad LOAD = new WardLoad(3, Duration.ofSeconds(20));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"PASS_THROUGH", "BYTE_COPY"})
    void theAppAndItsPeerReadTheWholeLoad(StreamSubject peer) throws Exception {
        try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
            // when
            PairedRuns runs = new CatchUpBench(LOAD, peer, 1, directory).run(kafka);

            // then: an output without the whole load is a timeout; so small a load may cost no time that is measured
            assertThat(runs.subject()).hasSize(1);
            assertThat(runs.peerRuns()).hasSize(1);
        }
    }

    @Test
    void theRulesAloneAreMeasuredWithoutABroker() {
        assertThat(new CleaningRulesRun(LOAD).measure().bytesPer(LOAD.readings()))
                .isPositive();
    }
}
