package org.vigie.local;

import java.nio.file.Path;
import java.util.Optional;

/** Locates the files of the repository for tests. */
final class RepositoryPaths {
    private RepositoryPaths() {}

    static Path root() {
        return Path.of(System.getProperty("vigie.repository"));
    }

    /** The real recordings; see the README. */
    static Path data() {
        return Optional.ofNullable(System.getenv("VIGIE_DATA"))
                .map(Path::of)
                .orElseGet(() -> root().resolve("../shared/data").normalize());
    }
}
