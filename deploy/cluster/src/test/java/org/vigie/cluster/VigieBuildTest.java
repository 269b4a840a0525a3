package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests where the classes of another build are found. */
class VigieBuildTest {
    @TempDir
    Path directory;

    @Test
    void anEarlierBuildIsFoundInItsFolder() throws Exception {
        // given
        Path built = Files.createDirectories(directory.resolve("deploy/cli/target"));
        Path jar = Files.createFile(built.resolve("vigie-cli-0.0.9.jar"));

        // when
        VigieBuild build = VigieBuild.in(directory);

        // then
        assertThat(build.classPath()).isEqualTo(jar + ":" + built + "/lib/*");
        assertThat(build.flinkJob()).isEqualTo(directory.resolve("deploy/flink-job/target/risk-flink-job.jar"));
    }

    @Test
    void aFolderWithoutABuildIsNamed() throws Exception {
        // given
        Files.createDirectories(directory.resolve("deploy/cli/target"));

        // when, then
        assertThatThrownBy(() -> VigieBuild.in(directory))
                .hasMessage("--from: " + directory + " holds no build of Vigie; run ./vigie build in that folder");
    }
}
