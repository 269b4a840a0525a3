package org.vigie.training.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.training.cohort.Cohort;

class CohortOriginTest {
    @TempDir
    Path folder;

    @Test
    void aFolderWithoutAnExtractionIsTheChallenge() throws IOException {
        // when
        CohortOrigin origin = CohortOrigin.of(folder);

        // then
        assertThat(origin.text(List.of(new Cohort("x/set-a", List.of(), Map.of()))))
                .isEqualTo("PhysioNet/CinC Challenge 2012 v1.0.0, first 48 hours: set-a");
        assertThat(origin.population().en()).contains("Boston");
    }

    @Test
    void anExtractedCohortNamesItsWarehouseAndClaimsNoLicence() throws IOException {
        // given
        Files.write(
                folder.resolve("extraction.txt"),
                List.of(
                        "layout omop",
                        "statements 1",
                        "source jdbc:postgresql://db/research",
                        "hours 48",
                        "at least hours 24",
                        "names {}"));

        // when
        CohortOrigin origin = CohortOrigin.of(folder);

        // then
        assertThat(origin.text(List.of()))
                .isEqualTo("extracted from jdbc:postgresql://db/research (layout omop, statements 1), first 48 hours of"
                        + " stays of at least 24 hours");
        assertThat(origin.licence()).contains("ask its owner");
        assertThat(origin.population().fr()).contains("jdbc:postgresql://db/research (omop)");
        assertThat(origin.limits().get(1)).startsWith("Stays shorter than 24 hours");
    }

    @Test
    void anIncompleteExtractionIsRefusedWithTheMissingLine() throws IOException {
        // given
        Files.write(folder.resolve("extraction.txt"), List.of("layout omop", "statements 1"));

        // when, then
        assertThatThrownBy(() -> CohortOrigin.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("extraction.txt: has no line 'source'");
    }
}
