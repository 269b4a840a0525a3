package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Tests that every command in README, CONTRIBUTING and docs is accepted. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.repository"));

    /** A command in a code block's line or between backticks; {@code ...}, brackets and alternatives show how, not what. */
    private static final Pattern SHOWN = Pattern.compile("(?m)(^ *|`)\\./vigie ([^`\\n]*)");

    /** Replaces a placeholder of the docs by a value that can be parsed. */
    private static final Map<String, String> PLACEHOLDERS = Map.of("N", "1", "X", "1", "TIME", "PT1H", "ZONE", "UTC");

    @Test
    void everyDocumentedCommandIsUnderstood() throws IOException {
        // given
        List<String> refused = new ArrayList<>();
        int understood = 0;

        // when
        for (Path page : pages()) {
            Matcher shown = SHOWN.matcher(Files.readString(page).replace("\\\n", " "));
            while (shown.find()) {
                String command = shown.group(2);
                if (isSynopsis(command)) {
                    continue;
                }
                try {
                    var unused = CliReferenceTest.frontDoor().parseArgs(words(command));
                    understood++;
                } catch (MissingParameterException e) {
                    // Prose may name a command without its options; a code block shows it whole.
                    if (!shown.group(1).equals("`")) {
                        refused.add(ROOT.relativize(page) + ": ./vigie " + command + ": " + e.getMessage());
                    }
                } catch (ParameterException e) {
                    refused.add(ROOT.relativize(page) + ": ./vigie " + command + ": " + e.getMessage());
                }
            }
        }

        // then
        assertThat(refused).isEmpty();
        assertThat(understood).isGreaterThan(30);
    }

    private static boolean isSynopsis(String command) {
        return command.matches("(?s).*(\\[|\\||…|<|NAME).*") || command.matches("test .*") || command.isBlank();
    }

    private static String[] words(String command) {
        String typed = command.replaceAll("(\\s#|\\s>|\\s2>| && |;).*", "").replaceAll("[.,:)]+$", "");
        return Stream.of(typed.trim().split("\\s+"))
                .filter(word -> !word.equals("..."))
                .map(word -> word.replace("...", ""))
                .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
                .map(word -> PLACEHOLDERS.getOrDefault(word, word))
                .toArray(String[]::new);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve),
                            docs.filter(page -> page.toString().endsWith(".md"))
                                    .filter(page -> !page.endsWith("cli.md")))
                    .sorted()
                    .toList();
        }
    }
}
