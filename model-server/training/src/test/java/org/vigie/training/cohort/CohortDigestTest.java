package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortDigestTest {
    @TempDir
    Path folder;

    @Test
    void theSameFilesInAnotherFolderHaveTheSameDigest() throws IOException {
        // given
        Path one = set("one", "00:00,HR,80");
        Path other = set("deeper/other", "00:00,HR,80");

        // when, then
        assertThat(digest(one)).hasSize(64).isEqualTo(digest(other));
    }

    @Test
    void oneOtherCharacterGivesAnotherDigest() throws IOException {
        assertThat(digest(set("one", "00:00,HR,80"))).isNotEqualTo(digest(set("two", "00:00,HR,81")));
    }

    @Test
    void theOutcomesBelongToTheDigestWhereTheyExist() throws IOException {
        // given
        Path set = set("one", "00:00,HR,80");
        Path outcomes = Files.writeString(folder.resolve("outcomes.txt"), "RecordID,In-hospital_death\n1,0\n");

        // when, then
        assertThat(new CohortDigest(set, outcomes).hex()).isNotEqualTo(digest(set));
    }

    private String digest(Path set) throws IOException {
        return new CohortDigest(set, folder.resolve("missing.txt")).hex();
    }

    private Path set(String name, String row) throws IOException {
        Path set = Files.createDirectories(folder.resolve(name));
        Files.writeString(set.resolve("1.txt"), "Time,Parameter,Value\n" + row + "\n");
        Files.writeString(set.resolve("2.txt"), "Time,Parameter,Value\n");
        return set;
    }
}
