package org.vigie.training.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfFoldPredictionsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadInAnyOrderOfStays() throws IOException {
        // given
        Path file = folder.resolve("cv.csv");
        OutOfFoldPredictions.write(
                file,
                List.of(7, 9),
                new int[] {0, 1},
                new TreeMap<>(Map.of(6, new float[] {0.25f, 0.5f}, 48, new float[] {0.125f, 1})));

        // when
        OutOfFoldPredictions read = OutOfFoldPredictions.read(file);

        // then
        assertThat(read.folds()).isEqualTo(Map.of(7, 0, 9, 1));
        assertThat(read.probabilitiesOf(List.of(9, 7)).get(6)).containsExactly(0.5f, 0.25f);
        assertThat(read.probabilitiesOf(List.of(9, 7)).get(48)).containsExactly(1, 0.125f);
    }

    @Test
    void wrongOptionsAreReported() throws IOException {
        // given
        Path file = folder.resolve("cv.csv");
        Files.writeString(file, "RecordID,hours,fold,probability\n7,48,0,0.5\n");
        OutOfFoldPredictions one = OutOfFoldPredictions.read(file);

        // when, then
        assertThatThrownBy(() -> one.probabilitiesOf(List.of(8))).hasMessage("no prediction for stay 8 at 48 h");

        // when
        Files.writeString(file, "RecordID,hours,fold,probability\n7,48,0,NaN\n");

        // then
        assertThatThrownBy(() -> OutOfFoldPredictions.read(file))
                .hasMessageContaining("not a stay's prediction: 7,48,0,NaN");

        // when
        Files.writeString(file, "id,p\n");

        // then
        assertThatThrownBy(() -> OutOfFoldPredictions.read(file)).hasMessageContaining("must begin with RecordID");
    }
}
