package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/**
 * Represents a command that a page shows.
 *
 * @param page where it is shown
 * @param text its words after {@code ./vigie}
 * @param isProse whether it stands between backticks; prose may name a command without its parameters
 */
record DocumentedCommand(Path page, String text, boolean isProse) {
    /** A line of a code block or a text between backticks, after a prompt, settings of the environment or {@code time}. */
    private static final Pattern SHOWN =
            Pattern.compile("(?m)(^ *(?:\\$ )?|`)(?:[A-Z_]+=[^\\s`]* |time )*\\./vigie ([^`\\n]*)");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    /** Replaces a placeholder of the docs by a value that can be parsed. */
    private static final Map<String, String> PLACEHOLDERS =
            Map.of("N", "1", "X", "1", "SECONDS", "1", "TIME", "PT1H", "ZONE", "UTC");

    /** Finds the commands of a page; a line that ends in a backslash goes on in the next one. */
    static List<DocumentedCommand> in(Path page, String content) {
        return SHOWN.matcher(content.replace("\\\n", " "))
                .results()
                .map(shown -> new DocumentedCommand(
                        page, shown.group(2), shown.group(1).equals("`")))
                .toList();
    }

    /** Returns whether it shows with brackets or alternatives what a command takes, not one use of it. */
    boolean isOutline() {
        return text.matches(".*(\\[|\\w\\||…|<|NAME).*") || text.matches("test .*");
    }

    /** Returns why the command line would refuse it. */
    Optional<String> refusal(CommandLine frontDoor) {
        return (isOutline() ? unknownOption(frontDoor) : parsed(frontDoor))
                .map(why -> page + ": ./vigie " + text + ": " + why);
    }

    private Optional<String> parsed(CommandLine frontDoor) {
        try {
            var unused = frontDoor.parseArgs(words());
            return Optional.empty();
        } catch (MissingParameterException e) {
            return isProse ? Optional.empty() : Optional.of(e.getMessage());
        } catch (ParameterException e) {
            return Optional.of(e.getMessage());
        }
    }

    private String[] words() {
        String typed = text.replaceAll("(\\s#|\\s>|\\s2>| && | \\| |;).*", "").replaceAll("[.,:)]+$", "");
        return Stream.of(typed.trim().split("\\s+"))
                .filter(word -> !word.equals("..."))
                .map(word -> word.replace("...", ""))
                .map(word -> word.replaceAll("^[\"']|[\"']$", ""))
                .map(word -> PLACEHOLDERS.getOrDefault(word, word))
                .toArray(String[]::new);
    }

    /** Returns the first option of an outline that none of its commands takes. */
    private Optional<String> unknownOption(CommandLine frontDoor) {
        Set<String> known = named(frontDoor, List.of(text.split("\\s+"))).stream()
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toSet());
        return OPTION.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(option -> !known.contains(option))
                .map(option -> "it has no option " + option)
                .findFirst();
    }

    /** Returns the commands that the first words name; {@code verify|report} are two, {@code NAME} is each. */
    private static List<CommandLine> named(CommandLine parent, List<String> words) {
        Map<String, CommandLine> children = parent.getSubcommands();
        if (children.isEmpty() || words.isEmpty() || words.get(0).startsWith("[")) {
            return List.of(parent);
        }
        Collection<String> names = words.get(0).equals("NAME")
                ? children.keySet()
                : List.of(words.get(0).split("\\|"));
        assertThat(children).containsKeys(names.toArray(String[]::new));
        return names.stream()
                .flatMap(name -> named(children.get(name), words.subList(1, words.size())).stream())
                .toList();
    }
}
