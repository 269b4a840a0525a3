package org.vigie.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedCohortTest {
    @TempDir
    Path folder;

    @Test
    void eachStayHasItsUnit() throws IOException {
        // given
        Files.writeString(folder.resolve("stays.csv"), """
                RecordID,stay_id,person_id,admitted,care_unit
                1,11,p,2150-01-01T08:00,"Medical, north"
                2,12,p,2150-01-01T08:00,""
                """);

        // when, then
        assertThat(new ExtractedCohort(folder).units())
                .containsEntry(1, "Medical, north")
                .containsEntry(2, "unknown");
    }

    @Test
    void aFileOfAnEarlierReleaseIsRefusedWithWhatToDo() throws IOException {
        // given
        Files.writeString(folder.resolve("stays.csv"), """
                RecordID,stay_id,person_id,admitted
                1,11,p,2150-01-01T08:00
                """);

        // when, then
        assertThatThrownBy(() -> new ExtractedCohort(folder).units())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stays.csv: has no column care_unit; run the same ./vigie extract again");
    }

    @Test
    void anotherFolderIsRefused() {
        assertThatThrownBy(() -> new ExtractedCohort(folder).outcomes())
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("Outcomes-a.txt: missing; expected a folder that ./vigie extract wrote");
    }
}
