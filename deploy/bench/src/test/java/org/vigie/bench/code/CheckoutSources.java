package org.vigie.bench.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Holds the sources of this checkout, so that all tests of a JVM list and parse them once. */
final class CheckoutSources {
    static final Path ROOT = Path.of(System.getProperty("vigie.repository"));
    static final SourceTree TREE = SourceTree.under(ROOT);

    private CheckoutSources() {}

    /** Parses the main code when a test asks for it first. */
    private static final class ParsedCode {
        static final MainCode MAIN = MainCode.of(TREE);
    }

    /** Returns the main code, parsed. */
    static MainCode mainCode() {
        return ParsedCode.MAIN;
    }

    /** Lists the files of the main code. */
    static List<Path> mainFiles() {
        return TREE.modules().stream().flatMap(module -> module.main().stream()).toList();
    }

    /** Lists the files of the tests. */
    static Stream<Path> testFiles() {
        return TREE.modules().stream().flatMap(module -> module.test().stream());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
