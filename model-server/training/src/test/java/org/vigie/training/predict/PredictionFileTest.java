package org.vigie.training.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.HourlyStay;

class PredictionFileTest {
    @TempDir
    Path folder;

    @Test
    void eachStayHasARowForEachNumberOfHoursAndAMissingNumberIsEmpty() throws IOException {
        // given
        NavigableMap<Integer, List<SurvivalAssessment>> assessments = new TreeMap<>();
        assessments.put(6, List.of(SurvivalAssessment.of(0.25, 0.5)));
        assessments.put(48, List.of(assessment(0.125, Collections.nCopies(30, 0.75), 4)));
        // when
        Path file = new PredictionFile(folder.resolve("new").resolve("out.csv"))
                .write(List.of(new HourlyStay(17, new HourlyGrid(), StaticFeatures.UNKNOWN)), assessments);
        // then
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        PredictionFile.HEAD,
                        "17,6,0.250000000,,,,,0",
                        "17,48,0.125000000,4.000000000,0.750000000,0.750000000,0.750000000,0");
    }

    @Test
    void anOlderFileIsReplacedAndNoPartIsLeft() throws IOException {
        // given
        Path out = Files.writeString(folder.resolve("out.csv"), "older");
        // when
        new PredictionFile(out).write(List.of(), new TreeMap<>());
        // then
        assertThat(Files.readAllLines(out)).containsExactly(PredictionFile.HEAD);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(out);
        }
    }

    private static SurvivalAssessment assessment(double probability, List<Double> survival, double losDays) {
        return new SurvivalAssessment(
                probability, Double.NaN, Double.NaN, survival, losDays, 0.5, false, SurvivalAssessment.NONE);
    }
}
