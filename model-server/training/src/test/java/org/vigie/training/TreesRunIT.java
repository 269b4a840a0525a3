package org.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.training.evaluate.SurvivalEvaluation;

/** The whole experiment on a small made-up set. */
class TreesRunIT {
    @TempDir
    Path folder;

    @Test
    void theFoldsCalibrateAndChooseTheThresholdAndSetBIsOnlyMeasured() throws IOException {
        SmallSet.write(folder, "a", 100, 1);
        SmallSet.write(folder, "b", 60, 2);
        StringBuilder folds = new StringBuilder("RecordID,fold\n");
        for (int id = 1; id <= 100; id++) {
            folds.append(id).append(',').append(id / 4 % 5).append('\n');
        }
        Files.writeString(folder.resolve("physionet2012-set-a-folds.csv"), folds);
        Path report = folder.resolve("report");
        ByteArrayOutputStream console = new ByteArrayOutputStream();

        SurvivalEvaluation evaluation = new TreesRun(
                        TreesOptions.parse(
                                "--data", folder.toString(),
                                "--report", report.toString(),
                                "--rounds", "40",
                                "--rate", "0.1",
                                "--child-weight", "1",
                                "--threads", "1"),
                        new PrintStream(console, true, StandardCharsets.UTF_8))
                .run();

        assertThat(evaluation.stays()).isEqualTo(60);
        assertThat(evaluation.thresholdInHindsight()).isFalse();
        assertThat(evaluation.hours())
                .extracting(SurvivalEvaluation.HoursEvaluation::hours)
                .containsExactly(6, 12, 24, 36, 48);
        assertThat(evaluation
                        .hours()
                        .get(4)
                        .scores()
                        .get(EvaluationMetric.AUROC)
                        .value())
                .isGreaterThan(0.95);
        assertThat(report.resolve("a-cv/report.html")).content().contains("best one in hindsight");
        assertThat(report.resolve("b/report.json")).content().contains("boosted trees");
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("TreesConfig[rounds=40", "fold 4 done");
    }
}
