package org.vigie.training.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

class FoldAssignmentTest {
    @TempDir
    Path folder;

    @Test
    void eachStayHasTheFoldThatTheFileNames() throws IOException {
        // when
        FoldAssignment folds = FoldAssignment.read(file("RecordID,fold\n132540,3\n132539,2\n"));

        // then
        assertThat(folds.of(List.of(example(132539), example(132540)))).containsExactly(2, 3);
        assertThatThrownBy(() -> folds.of(List.of(example(7)))).hasMessage("no fold for stay 7");
    }

    @Test
    void aLineThatIsNoFoldIsRefused() throws IOException {
        // given
        Path file = file("RecordID,fold\n132540,\n");

        // when, then
        assertThatThrownBy(() -> FoldAssignment.read(file)).hasMessageContaining("not a stay and its fold: 132540,");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("folds.csv"), text);
    }

    private static LabelledStay example(int id) {
        return new LabelledStay(id, new HourlyGrid(), StaticFeatures.UNKNOWN, false);
    }

    @Test
    void drawnFoldsHoldTheSameShareOfDeathsAndTheSeedDecides() {
        // given
        List<LabelledStay> examples = IntStream.range(0, 800)
                .mapToObj(id -> new LabelledStay(id, new HourlyGrid(), StaticFeatures.UNKNOWN, id % 5 == 0))
                .toList();

        int[] folds = FoldAssignment.drawStratified(examples, Map.of(), 4, 3);

        // when, then
        for (int fold = 0; fold < 4; fold++) {
            int asked = fold;
            assertThat(IntStream.range(0, 800).filter(i -> folds[i] == asked)).hasSize(200);
            assertThat(IntStream.range(0, 800).filter(i -> folds[i] == asked && i % 5 == 0))
                    .hasSize(40);
        }
        assertThat(FoldAssignment.drawStratified(examples, Map.of(), 4, 3)).isEqualTo(folds);
        assertThat(FoldAssignment.drawStratified(examples, Map.of(), 4, 4)).isNotEqualTo(folds);
    }

    @Test
    void allStaysOfAPatientAreTestedInTheSameFold() {
        // given: every patient has two stays, and dies in the second of them or survives both
        List<LabelledStay> examples = IntStream.range(0, 400)
                .mapToObj(id -> new LabelledStay(id, new HourlyGrid(), StaticFeatures.UNKNOWN, id % 10 == 1))
                .toList();
        Map<Integer, String> persons =
                IntStream.range(0, 400).boxed().collect(Collectors.toMap(id -> id, id -> "person " + id / 2));
        // when
        int[] folds = FoldAssignment.drawStratified(examples, persons, 4, 3);
        // then
        assertThat(IntStream.range(0, 200)).allMatch(person -> folds[2 * person] == folds[2 * person + 1]);
        for (int fold = 0; fold < 4; fold++) {
            int asked = fold;
            assertThat(IntStream.range(0, 400).filter(i -> folds[i] == asked && i % 10 == 1))
                    .hasSize(10);
        }
    }

    @Test
    void fewerDeathsThanFoldsAreRefused() {
        // given
        List<LabelledStay> examples = IntStream.range(0, 20)
                .mapToObj(id -> new LabelledStay(id, new HourlyGrid(), StaticFeatures.UNKNOWN, id < 3))
                .toList();
        // when, then
        assertThatThrownBy(() -> FoldAssignment.drawStratified(examples, Map.of(), 4, 1))
                .hasMessage("20 stays with 3 deaths are too few: each of 4 folds needs a death and a survivor;"
                        + " extract more stays");
    }
}
