package org.vigie.training.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.training.SmallSet;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;
import org.vigie.training.predict.OutOfFoldPredictions;
import org.vigie.training.report.EvaluationReport;

class OutOfFoldEvaluationRunTest {
    @TempDir
    Path folder;

    /** Every fourth stay died. The models of fold 0 rank them first, those of fold 1 last. */
    @Test
    void aFoldWhoseModelsFailShows() throws IOException {
        // given
        SmallSet.write(folder, "a", 80, 1);
        List<Integer> ids = IntStream.rangeClosed(1, 80).boxed().toList();
        int[] folds = ids.stream().mapToInt(id -> id <= 40 ? 0 : 1).toArray();
        float[] predicted = new float[80];
        for (int id = 1; id <= 80; id++) {
            predicted[id - 1] = (id % 4 == 0) == (id <= 40) ? 0.7f : 0.1f;
        }
        Path csv = folder.resolve("cv.csv");
        OutOfFoldPredictions.write(csv, ids, folds, new TreeMap<>(Map.of(48, predicted)));

        // when
        EvaluationReport report = run(csv);

        // then
        assertThat(report.folds()).extracting(SubgroupEvaluation::name).containsExactly("fold 0", "fold 1");
        assertThat(report.folds())
                .extracting(fold -> fold.scores().get(EvaluationMetric.AUROC).value())
                .containsExactly(1.0, 0.0);
        assertThat(Files.readString(folder.resolve("report/report.html"))).contains("<h2>Folds, 48 h seen</h2>");
    }

    private EvaluationReport run(Path csv) throws IOException {
        EvaluateOptions options = EvaluateOptions.parse(
                "--predictions", csv.toString(),
                "--data", folder.resolve("set-a").toString(),
                "--outcomes", folder.resolve("Outcomes-a.txt").toString(),
                "--report", folder.resolve("report").toString(),
                "--resamples", "20");
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new OutOfFoldEvaluationRun(options, csv, silent).run();
    }
}
