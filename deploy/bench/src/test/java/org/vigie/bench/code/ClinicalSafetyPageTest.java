package org.vigie.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that each hazard of docs/clinical-safety.md is whole, and that the tests which verify its control exist. */
class ClinicalSafetyPageTest {
    private static final Path PAGE = CheckoutSources.ROOT.resolve("docs/clinical-safety.md");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final int COLUMNS = 6;
    private static final Map<String, String> SOURCES = testSources();

    /** Describes a row of the page by its cells: id, hazard, situation, harm, control, verification. */
    private record HazardRow(List<String> cells) {
        String id() {
            return cells.get(0);
        }

        List<String> tests() {
            List<String> tests = new ArrayList<>();
            Matcher matcher = NAMED_TEST.matcher(cells.get(COLUMNS - 1));
            while (matcher.find()) {
                tests.add(matcher.group(1) + "#" + matcher.group(2));
            }
            return tests;
        }
    }

    @Test
    void eachHazardHasItsSituationHarmControlAndVerification() throws IOException {
        // when
        List<HazardRow> hazards = hazards();

        // then
        assertThat(hazards).hasSizeGreaterThan(20).extracting(HazardRow::id).doesNotHaveDuplicates();
        assertThat(hazards).allSatisfy(hazard -> {
            assertThat(hazard.cells()).hasSize(COLUMNS).noneMatch(String::isBlank);
            assertThat(hazard.tests()).as(hazard.id()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docs/clinical-safety.md", "docs/operations.md", "docs/security.md", "docs/security-asvs.md"})
    void eachNamedTestExists(String page) throws IOException {
        // when
        List<String> missing = NAMED_TEST
                .matcher(Files.readString(CheckoutSources.ROOT.resolve(page)))
                .results()
                .map(named -> named.group(1) + "#" + named.group(2))
                .filter(test -> !test.equals("Class#method") && !exists(test))
                .toList();

        // then
        assertThat(missing).as("tests that %s names and nobody wrote", page).isEmpty();
    }

    private static boolean exists(String test) {
        String[] parts = test.split("#", 2);
        return SOURCES.getOrDefault(parts[0], "").contains("void " + parts[1] + "(");
    }

    private static List<HazardRow> hazards() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| H-"))
                .map(line -> new HazardRow(
                        Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                                .map(String::strip)
                                .toList()))
                .toList();
    }

    /** Returns the text of the test classes of each name. */
    private static Map<String, String> testSources() {
        return CheckoutSources.testFiles()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        CheckoutSources::text,
                        String::concat));
    }
}
