package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that a reader finds every page from the README. */
class DocumentationMapTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.repository"));
    private static final Pattern PAGE_LINK = Pattern.compile("\\]\\(([^):\\s#]+\\.md)[^)]*\\)");

    @Test
    void everyPageIsAtMostTwoClicksFromTheReadme() throws IOException {
        // given
        Set<Path> all = new TreeSet<>(pagesIn(ROOT.resolve("docs")));

        // when
        Set<Path> oneClick = linked(Set.of(ROOT.resolve("README.md")));
        Set<Path> found = new HashSet<>(oneClick);
        found.addAll(linked(oneClick));

        // then
        all.removeAll(found);
        assertThat(all).isEmpty();
    }

    @Test
    void theListOfDecisionsNamesEachWithItsHeading() throws IOException {
        // given
        Path folder = ROOT.resolve("docs/decisions");
        String list = Files.readString(folder.resolve("README.md"));

        // when
        List<String> rows = pagesIn(folder).stream()
                .filter(page -> !page.endsWith("README.md"))
                .map(DocumentationMapTest::decisionRow)
                .toList();

        // then
        assertThat(rows)
                .hasSizeGreaterThan(35)
                .allSatisfy(row -> assertThat(list).containsOnlyOnce(row));
    }

    private static String decisionRow(Path page) {
        String[] heading = text(page).lines().findFirst().orElse("").split(" ", 3);
        return "| %s | [%s](%s) |".formatted(heading[1].replace(".", ""), heading[2], page.getFileName());
    }

    private static Set<Path> linked(Set<Path> pages) {
        return pages.stream().flatMap(DocumentationMapTest::links).collect(Collectors.toSet());
    }

    private static Stream<Path> links(Path page) {
        return PAGE_LINK
                .matcher(text(page))
                .results()
                .map(link -> page.resolveSibling(link.group(1)).normalize());
    }

    private static List<Path> pagesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }
}
