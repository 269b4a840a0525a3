package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.testing.classpath.PackedClassPath;

/** Starts the command as the script does: from the folder of jars that the build has packed, without the class path of the tests. */
class PackagedCommandsIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** A library that is declared with scope test is left out of the folder of jars, also when the ward needs it. */
    @Test
    void everyClassThatTheWardsCodeNamesIsInTheFolderOfJars() throws IOException {
        // given
        List<Path> entries = new ArrayList<>(List.of(TARGET.resolve("classes")));
        try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
            entries.addAll(jars.toList());
        }

        // when
        var packed = PackedClassPath.of(entries, "org/vigie/");

        // then
        assertThat(packed.ownClasses()).isGreaterThan(1_000);
        assertThat(packed.missing()).isEmpty();
    }

    @Test
    void theClassPathOfTheScriptHoldsEveryCommand() throws Exception {
        // given
        String classPath = TARGET.resolve("classes") + File.pathSeparator + TARGET.resolve("lib/*");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        // when: the root command makes each of its commands
        Process process = new ProcessBuilder(
                        List.of(java.toString(), "-cp", classPath, VigieCommand.class.getName(), "demo", "--help"))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("--headless");
    }
}
