package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that every link and path in README, CONTRIBUTING, CHANGELOG and docs leads to a file, and to a heading where
 * one is named.
 */
class DocumentationLinksTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.repository"));

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern EXTERNAL = Pattern.compile("[a-z]+:.*");
    /** A path from the root of the repository, between backticks; what a build makes is not looked for. */
    private static final Pattern SHOWN_PATH =
            Pattern.compile("`((?:docs|schemas|stream-apps|model-server|deploy|grafana)/(?![^`]*target/)[\\w./-]+)`");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern QUESTION = Pattern.compile("(?m)^\\| \\d+\\. [^|]+\\?[^|]* \\|[^|]+\\|([^|]+)\\|$");

    @Test
    void everyRelativeLinkLeadsToAFileAndItsHeading() throws IOException {
        // when
        List<String> broken = pages().stream()
                .flatMap(page -> links(page)
                        .filter(link -> !leadsSomewhere(page, link))
                        .map(link -> ROOT.relativize(page) + ": " + link))
                .toList();

        // then
        assertThat(broken).isEmpty();
    }

    @Test
    void everyShownPathExists() throws IOException {
        // when
        List<String> missing = pages().stream()
                .filter(page -> !page.endsWith("code.md")) // its table of modules may be older than the tree
                .flatMap(page -> SHOWN_PATH
                        .matcher(text(page))
                        .results()
                        .map(path -> path.group(1))
                        .filter(path -> !Files.exists(ROOT.resolve(path)))
                        .map(path -> ROOT.relativize(page) + ": " + path))
                .toList();

        // then
        assertThat(missing).isEmpty();
    }

    @Test
    void eachOfTheTenQuestionsNamesAFileToOpen() {
        // when
        List<String> places = QUESTION.matcher(text(ROOT.resolve("docs/ARCHITECTURE.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        // then
        assertThat(places).hasSize(10).allMatch(place -> LINK.matcher(place).find());
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    private static Stream<String> links(Path page) {
        return LINK.matcher(CODE_BLOCK.matcher(text(page)).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !EXTERNAL.matcher(link).matches());
    }

    /** The names that GitHub gives to a page's headings. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(text(page))
                .results()
                .map(DocumentationLinksTest::anchor)
                .toList();
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(ROOT::resolve),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }
}
