package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplaySourceOptionsTest {
    private final ReplaySourceOptions source = new ReplaySourceOptions();

    @Test
    void aReplayThatNoCommandReachesCannotWait() {
        // given
        source.dataDir = Optional.of(Path.of("data"));

        // when, then
        assertThatThrownBy(() -> source.check(true)).hasMessageStartingWith("--pause: a replay of --data-dir runs on");
        assertThatCode(() -> source.check(false)).doesNotThrowAnyException();
    }

    @Test
    void oneSourceIsReplayedAtATime() {
        // given
        source.dataDir = Optional.of(Path.of("data"));
        source.archive = Optional.of(Path.of("archive"));

        // when, then
        assertThatThrownBy(() -> source.check(false)).hasMessageContaining("only one of them");
    }

    @Test
    void aFolderForResultsNeedsADataDirectory() {
        // given
        source.studyDir = Optional.of(Path.of("study"));

        // when, then
        assertThatThrownBy(() -> source.check(false)).hasMessageStartingWith("--study-dir: needs --data-dir");
    }
}
