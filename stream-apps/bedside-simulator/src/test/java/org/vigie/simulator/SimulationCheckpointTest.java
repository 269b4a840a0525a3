package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a checkpoint is written, read and refused for another ward. */
class SimulationCheckpointTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    @TempDir
    Path directory;

    @Test
    void itIsReadAsItWasWritten() {
        // given
        SimulationCheckpoint checkpoint =
                SimulationCheckpoint.begun(config(1, 24), NOW).movedTo(NOW.plusSeconds(7), 24, Map.of(0, 17L, 3, 99L));

        // when
        checkpoint.write(directory);

        // then
        assertThat(SimulationCheckpoint.read(directory)).contains(checkpoint);
        assertThat(directory).isDirectoryNotContaining("glob:*.new");
    }

    @Test
    void aNewWardBeginsWithItsPast() {
        // when
        SimulationCheckpoint checkpoint = SimulationCheckpoint.begun(config(1, 24), NOW);

        // then
        assertThat(checkpoint.liveFrom()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(checkpoint.playedUntil())
                .isEqualTo(checkpoint.liveFrom().minus(Duration.ofDays(2)).minusSeconds(1));
        assertThat(SimulationCheckpoint.read(directory)).isEmpty();
    }

    @Test
    void theSameWardGoesOnWithMoreBedsButNotWithOtherPatients() {
        // when
        SimulationCheckpoint checkpoint = SimulationCheckpoint.begun(config(1, 24), NOW);

        // then
        assertThat(checkpoint.resumed(config(1, 30), NOW.plusSeconds(60))).isEqualTo(checkpoint);
        assertThatThrownBy(() -> checkpoint.resumed(config(2, 24), NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("seed=1")
                .hasMessageContaining("another data directory");
    }

    @Test
    void theCheckpointOfRelease010IsRead() throws IOException {
        // given
        Path released = Path.of("src/test/resources/org/vigie/simulator/bookmark-0.1.0.properties");
        Files.copy(released, directory.resolve("bookmark.properties"));

        // when
        Optional<SimulationCheckpoint> read = SimulationCheckpoint.read(directory);

        // then
        var written =
                SimulationCheckpoint.begun(config(1, 24), NOW).movedTo(NOW.plusSeconds(7), 24, Map.of(0, 17L, 3, 99L));
        assertThat(read).contains(written);
        assertThat(read.orElseThrow().resumed(config(1, 24), NOW)).isEqualTo(written);
    }

    @Test
    void aDamagedBookmarkIsNamed() throws IOException {
        // given
        Files.writeString(directory.resolve("bookmark.properties"), "identity=x\nbeds=");

        // when, then
        assertThatThrownBy(() -> SimulationCheckpoint.read(directory))
                .hasMessageContaining("bookmark.properties is damaged");
    }

    @Test
    void aBookmarkThatNamesNoWardIsDamaged() throws IOException {
        // given
        SimulationCheckpoint.begun(config(1, 24), NOW).write(directory);
        Path file = directory.resolve("bookmark.properties");
        String text = Files.readString(file);

        // when
        Files.writeString(file, text.replace("identity=", "name="));

        // then
        assertThatThrownBy(() -> SimulationCheckpoint.read(directory))
                .hasMessageContaining("bookmark.properties is damaged");
    }

    private static SimulatorConfig config(long seed, int beds) {
        return SimulatorConfigTest.with(seed, beds);
    }
}
