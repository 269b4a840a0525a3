package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the table of modules in {@code docs/ARCHITECTURE.md} names every module, and what its main code may import. */
class ModuleMapTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.repository"));
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\|[^|]*\\| ((?:`[^|]+`(?:, )?)+[^|]*)\\|[^|]*\\| ([^|]+) \\|$");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>.*?</parent>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern IMPORTED = Pattern.compile(
            "<dependency>\\s*<groupId>org\\.vigie</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*</dependency>");

    private static final String APPS = "bedside-gateway/*";

    @Test
    void everyModuleImportsOnlyWhatTheTableAllows() throws IOException {
        // given
        Map<String, String> rows = rows();
        Map<String, Path> folders = folders();

        // when
        List<String> refused = folders.values().stream()
                .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                .flatMap(folder -> forbidden(folder, rows, folders))
                .toList();

        // then
        assertThat(rows).hasSizeGreaterThan(25);
        assertThat(folders).hasSizeGreaterThan(40);
        assertThat(refused).isEmpty();
    }

    @Test
    void everyFolderOfModulesIsInTheTable() throws IOException {
        // given
        Map<String, String> rows = rows();

        // when
        List<String> missing = folders().values().stream()
                .filter(folder ->
                        !pom(folder).contains("<modules>") && row(folder, rows).isEmpty())
                .map(Path::toString)
                .toList();

        // then
        assertThat(missing).isEmpty();
    }

    private static Stream<String> forbidden(Path folder, Map<String, String> rows, Map<String, Path> folders) {
        String allowed = row(folder, rows).orElse("");
        Set<String> names = words(allowed).collect(Collectors.toSet());
        return allowed.equals("everything")
                ? Stream.empty()
                : IMPORTED.matcher(pom(folder))
                        .results()
                        .map(found -> folders.get(found.group(1)).getFileName().toString())
                        .filter(imported -> !names.contains(imported))
                        .map(imported -> ROOT.relativize(folder) + " imports " + imported);
    }

    /** The apps and the parts of the gateway share one row. */
    private static Optional<String> row(Path folder, Map<String, String> rows) {
        String path = ROOT.relativize(folder).toString();
        return Stream.of(path, folder.getFileName().toString(), path.startsWith("stream-apps") ? APPS : path)
                .filter(rows::containsKey)
                .findFirst()
                .map(rows::get);
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new HashMap<>();
        String page = Files.readString(ROOT.resolve("docs/ARCHITECTURE.md"));
        String table = page.substring(page.indexOf("## Modules and walls"), page.indexOf("[ArchitectureTest]"));
        ROW.matcher(table).results().forEach(row -> words(row.group(1)).forEach(name -> rows.put(name, row.group(2))));
        return rows;
    }

    private static Stream<String> words(String cell) {
        return WORD.matcher(cell).results().map(word -> word.group(1));
    }

    /** Returns the folder of each module by its artifact. */
    private static Map<String, Path> folders() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 4, (file, attributes) -> file.endsWith("pom.xml"))) {
            return files.map(Path::getParent).collect(Collectors.toMap(ModuleMapTest::artifact, folder -> folder));
        }
    }

    private static String artifact(Path folder) {
        return ARTIFACT.matcher(PARENT.matcher(pom(folder)).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow()
                .replaceAll("<[^>]+>", "");
    }

    private static String pom(Path folder) {
        try {
            return Files.readString(folder.resolve("pom.xml"));
        } catch (IOException e) {
            throw new AssertionError(folder + " has no readable pom.xml", e);
        }
    }
}
