package org.vigie.bench.artefacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Tests the benchmark of artefacts on a few simulated patients. */
class ArtefactsBenchTest {
    private static final RandomSeed SEED = new RandomSeed(3);
    private static final List<String> PROGRESS = new ArrayList<>();

    private static ArtefactsAnswer answer;

    @BeforeAll
    static void run() {
        List<SignalGrid> grids = new SimulatedPatients(2, 2_400, SEED).grids();
        answer = new ArtefactsBench(grids, List.of(PlantedKind.values()), SEED, PROGRESS::add).run();
    }

    @Test
    void eachKindHasAScoreOfEachDetector() {
        // when
        JsonNode figures = new ObjectMapper().valueToTree(answer.figures());

        // then
        assertThat(figures.get("f1")).hasSize(PlantedKind.values().length);
        assertThat(figures.at("/f1/spike/live").isNumber()).isTrue();
        assertThat(figures.at("/f1/decimal_slip/retrospective").isNumber()).isTrue();
        assertThat(figures.get("detail").get(0).get("precision").isNumber()).isTrue();
        assertThat(PROGRESS).hasSize(PlantedKind.values().length);
    }

    @Test
    void trueExtremesAreKeptByTheLiveCleaner() {
        // when
        JsonNode figures = new ObjectMapper().valueToTree(answer.figures());

        // then
        assertThat(figures.at("/true_extremes/live/extremes").asLong()).isGreaterThan(100);
        assertThat(figures.get("true_extremes_kept").asDouble()).isGreaterThan(0.95);
    }

    @Test
    void spikesAndSwappedSignalsAreFoundByTheRetrospectiveDetector() {
        assertThat(f1(PlantedKind.SPIKE)).isGreaterThan(0.9);
        assertThat(f1(PlantedKind.SWAPPED_SIGNALS)).isGreaterThan(0.9);
        assertThat(f1(PlantedKind.CLOCK)).isGreaterThan(0.9);
    }

    @Test
    void theTableNamesEveryKind() {
        // when
        String text = answer.text();

        // then
        for (PlantedKind kind : PlantedKind.values()) {
            assertThat(text).contains(kind.key());
        }
    }

    private static double f1(PlantedKind kind) {
        return answer.scores().get(kind).total(ComparedDetector.RETROSPECTIVE).f1();
    }
}
