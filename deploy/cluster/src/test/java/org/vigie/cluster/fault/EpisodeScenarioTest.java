package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the table of episodes. */
class EpisodeScenarioTest {
    @TempDir
    Path directory;

    @Test
    void everyPatientDeterioratesAgainAndAgainOneAfterTheOther() throws Exception {
        // when
        Path table = new EpisodeScenario(3).write(directory);

        // then
        assertThat(Files.readAllLines(table))
                .containsExactly(
                        "patient,at_s,every_s,script",
                        "1,2,300,desaturation",
                        "2,22,300,extreme-tachycardia",
                        "3,42,300,systolic-hypotension");
    }
}
