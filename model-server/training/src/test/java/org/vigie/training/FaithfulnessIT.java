package org.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.ensemble.SurvivalModel;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.cohort.FirstStays;
import org.vigie.training.cohort.Physionet2012CohortReader;
import org.vigie.training.feature.HourlyStay;

/**
 * Tests by deletion whether contributions show what a score depends on. The measurements that contribute most are
 * removed, and the window is imputed again.
 */
class FaithfulnessIT {
    private static final Path REPOSITORY = Path.of(System.getProperty("vigie.repository"));
    private static final Path SET = Optional.ofNullable(System.getenv("VIGIE_DATA"))
            .map(Path::of)
            .orElse(REPOSITORY.resolve("../shared/data"))
            .resolve("physionet2012/set-b.tar.gz");
    private static final int STAYS = 24;
    private static final int HOURS = 24;
    private static final int DELETED = 10;

    @TempDir
    Path folder;

    @BeforeAll
    static void needTheData() {
        boolean there = Files.exists(SET);
        if (!there) {
            System.out.println("SKIPPED FaithfulnessIT: no " + SET + "; set VIGIE_DATA");
        }
        assumeThat(there).isTrue();
    }

    @Test
    void takingAwayWhatContributesMostMovesTheScoreMoreThanTakingAwayAnythingElse() throws IOException {
        // given
        FirstStays.copy(SET, 2 * STAYS, folder);
        List<HourlyStay> stays = Physionet2012CohortReader.read("b", folder).recordings().stream()
                .filter(recording -> recording.measurements().size() > 100)
                .limit(STAYS)
                .map(HourlyStay::of)
                .toList();
        try (SurvivalModel model =
                SurvivalModel.open(REPOSITORY.resolve("model-server/models/survival/1"), EngineConfig.defaults())) {
            List<ScoreRequest> windows =
                    stays.stream().map(stay -> stay.windowAfter(HOURS)).toList();
            List<SurvivalExplanation> explanations = model.explain(windows);
            double[] whole = logits(model, windows);

            double most = moved(model, whole, stays, stay -> contributeMost(windows.get(stay), explanations.get(stay)));
            // when
            double any = moved(model, whole, stays, stay -> anyOf(windows.get(stay), stay));

            // then
            assertThat(explanations).doesNotContain(SurvivalExplanation.NONE);
            System.out.printf(
                    "%d of a window's measurements taken away move the log odds by %.3f, any %d by %.3f%n",
                    DELETED, most, DELETED, any);
            assertThat(most).isGreaterThan(3 * any);
        }
    }

    private interface DeletionChoice {
        List<Integer> of(int stay);
    }

    /** How far the log odds move on average. */
    private static double moved(SurvivalModel model, double[] whole, List<HourlyStay> stays, DeletionChoice cells) {
        List<ScoreRequest> windows = IntStream.range(0, stays.size())
                .mapToObj(stay -> without(cells.of(stay), stays.get(stay)))
                .toList();
        double[] logits = logits(model, windows);
        return IntStream.range(0, whole.length)
                .mapToDouble(stay -> Math.abs(logits[stay] - whole[stay]))
                .average()
                .orElseThrow();
    }

    private static double[] logits(SurvivalModel model, List<ScoreRequest> windows) {
        return model.assess(windows).stream()
                .mapToDouble(assessment -> Math.log(assessment.probability() / (1 - assessment.probability())))
                .toArray();
    }

    private static List<Integer> contributeMost(ScoreRequest window, SurvivalExplanation explanation) {
        return explanation.largest(ScoreRequest.CELLS).stream()
                .filter(contribution -> !contribution.isStatic())
                .map(contribution -> contribution.row() * HourlyGrid.SERIES + contribution.input())
                .filter(cell -> window.measured()[cell] > 0)
                .limit(DELETED)
                .toList();
    }

    private static List<Integer> anyOf(ScoreRequest window, int seed) {
        List<Integer> measured = IntStream.range(0, ScoreRequest.CELLS)
                .filter(cell -> window.measured()[cell] > 0)
                .boxed()
                .collect(Collectors.toList());
        Collections.shuffle(measured, new Random(seed));
        return measured.subList(0, DELETED);
    }

    private static ScoreRequest without(List<Integer> cells, HourlyStay stay) {
        NavigableMap<Integer, HourlyGrid.Hour> hours = new TreeMap<>();
        stay.grid()
                .hours()
                .forEach((hour, held) -> hours.put(
                        hour,
                        new HourlyGrid.Hour(held.sums().clone(), held.counts().clone())));
        for (int cell : cells) {
            int hour = HOURS - HourlyGrid.HOURS + cell / HourlyGrid.SERIES;
            hours.get(hour).counts()[cell % HourlyGrid.SERIES] = 0;
        }
        return ScoreRequest.of(WindowImputer.fill(new HourlyGrid(hours), HOURS - 1), stay.statics());
    }
}
