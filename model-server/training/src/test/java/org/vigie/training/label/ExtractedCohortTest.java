package org.vigie.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.RecordedStay;

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
    void aStayThatEndedEarlierIsLeftOut() throws IOException {
        // given
        Files.writeString(folder.resolve("stays.csv"), """
                RecordID,stay_id,person_id,admitted,care_unit,hours
                1,11,p,2150-01-01T08:00,"Medical",47.99
                2,12,p,2150-01-01T08:00,"Medical",48.00
                """);
        StaticFeatures facts = StaticFeatures.UNKNOWN;
        Cohort all = new Cohort(
                "a", List.of(new RecordedStay(1, facts, List.of()), new RecordedStay(2, facts, List.of())), Map.of());
        // when
        Cohort lasting = new ExtractedCohort(folder).lasting(48, all);
        // then
        assertThat(lasting.recordings()).extracting(RecordedStay::id).containsExactly(2);
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
