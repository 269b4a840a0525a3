package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.testing.classpath.PackedClassPath;

/** Checks the class path of {@code ./vigie bench}, which the build writes into a file. */
class PackagedBenchIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** A library that is declared with scope test is left out of the file, also when the apps need it. */
    @Test
    void everyClassThatTheCodeNamesIsOnTheClassPathOfTheBenches() throws IOException {
        // given
        List<Path> entries = new ArrayList<>(List.of(TARGET.resolve("classes")));
        String written = Files.readString(TARGET.resolve("class-path.txt")).strip();
        Arrays.stream(written.split(File.pathSeparator, -1)).map(Path::of).forEach(entries::add);

        // when
        var packed = PackedClassPath.of(entries, "org/vigie/");

        // then
        assertThat(packed.ownClasses()).isGreaterThan(1_000);
        assertThat(packed.missing()).isEmpty();
    }
}
