package org.vigie.training.command.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.training.SmallSet;
import org.vigie.training.feature.LabelledStay;

class RecordedSetTest {
    private static final int STAYS = 48;
    private final PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    /** Writes an extracted set: each patient has two stays with following numbers, and the last stay lasted 30 hours. */
    @BeforeEach
    void write() throws IOException {
        SmallSet.write(folder, "a", STAYS, 1);
        String rows = IntStream.rangeClosed(1, STAYS)
                .mapToObj(id -> id + ",p" + (id + 1) / 2 + "," + (id == STAYS ? "30.0" : "72.0"))
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("stays.csv"), "RecordID,person_id,hours\n" + rows + "\n");
    }

    @Test
    void noPatientOfAnExtractedSetIsInTwoHalves() throws IOException {
        // given
        RecordedSet set = new RecordedSet(folder, "a");
        List<LabelledStay> stays = set.examples(out);
        // when
        int[] halves = set.drawnFolds(stays, 2, 7);
        int[] folds = set.folds(stays, 2, 7);
        // then
        assertThat(folds).isEqualTo(halves).contains(0, 1);
        for (int i = 0; i < stays.size(); i++) {
            for (int j = 0; j < stays.size(); j++) {
                if (patient(stays.get(i)) == patient(stays.get(j))) {
                    assertThat(halves[i]).isEqualTo(halves[j]);
                }
            }
        }
    }

    @Test
    void aStayThatEndedEarlierIsNoExample() throws IOException {
        assertThat(new RecordedSet(folder, "a").examples(out))
                .extracting(stay -> stay.stay().id())
                .hasSize(STAYS - 1)
                .doesNotContain(STAYS);
    }

    @Test
    void theFoldsThatASetGivesAreUsed() throws IOException {
        // given
        RecordedSet set = new RecordedSet(folder, "a");
        String rows = IntStream.rangeClosed(1, STAYS)
                .mapToObj(id -> id + "," + id % 3)
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("physionet2012-set-a-folds.csv"), "RecordID,fold\n" + rows + "\n");
        List<LabelledStay> stays = set.examples(out);
        // when
        int[] folds = set.folds(stays, 5, 7);
        // then
        assertThat(folds)
                .isEqualTo(stays.stream().mapToInt(stay -> stay.stay().id() % 3).toArray());
    }

    private static int patient(LabelledStay stay) {
        return (stay.stay().id() + 1) / 2;
    }
}
