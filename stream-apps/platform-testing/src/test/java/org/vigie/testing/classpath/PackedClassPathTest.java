package org.vigie.testing.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Observation;
import org.vigie.testing.story.BedStory;

/** Tests what is reported missing on a class path that holds only a part of the program. */
class PackedClassPathTest {
    private static final String STORY = "org/vigie/testing/story/";

    @Test
    void aClassThatIsNamedAndNotThereIsMissing() throws IOException {
        // when
        var packed = PackedClassPath.of(List.of(locationOf(BedStory.class)), STORY);

        // then
        assertThat(packed.ownClasses()).isGreaterThan(5);
        assertThat(packed.missing())
                .containsKey("org/vigie/schemas/Observation")
                .doesNotContainKey("java/time/Instant")
                .doesNotContainKey(STORY + "BedStory");
    }

    @Test
    void aClassOfAnotherJarIsNotMissing() throws IOException {
        // given
        List<Path> both = List.of(locationOf(BedStory.class), locationOf(Observation.class));

        // when
        var packed = PackedClassPath.of(both, STORY);

        // then
        assertThat(packed.missing()).doesNotContainKey("org/vigie/schemas/Observation");
    }

    private static Path locationOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
