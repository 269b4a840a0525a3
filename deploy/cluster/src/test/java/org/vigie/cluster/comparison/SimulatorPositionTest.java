package org.vigie.cluster.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the position of a simulator. */
class SimulatorPositionTest {
    @TempDir
    Path directory;

    @Test
    void aWardBeginsAgainBeforeItsFirstRecord() throws Exception {
        // given
        var played = new SimulatorPosition(Files.createDirectory(directory.resolve("played")));
        Files.writeString(played.folder().resolve("bookmark.properties"), """
                identity=seed=1
                liveFrom=2026-11-29T08:00:00Z
                playedUntil=2026-11-29T08:10:00Z
                offset.0=698
                """);
        var again = new SimulatorPosition(directory.resolve("again"));

        // when
        played.writeBeginning(again, Duration.ofDays(2));

        // then
        assertThat(again.live()).isEqualTo(played.live()).isEqualTo(Instant.parse("2026-11-29T08:00:00Z"));
        assertThat(again.last()).isEqualTo(Instant.parse("2026-11-27T07:59:59Z"));
        assertThat(again.folder().resolve("bookmark.properties"))
                .content()
                .contains("identity=seed")
                .doesNotContain("offset.");
    }
}
