package org.vigie.platform.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains why the words of a command are refused: the error, the most similar commands or options, and where the help is. */
record UsageErrorText(ParameterException problem) {
    /** Least similarity of a suggested command, from 0 to 1. Two swapped letters of a word of four have 0.9. */
    private static final double SIMILAR = 0.8;

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    @Override
    public String toString() {
        String name = command().qualifiedName();
        return name + ": " + unknownCommand().map(this::refused).orElseGet(this::explained) + "\n'" + name
                + " --help' lists what it takes.";
    }

    private CommandSpec command() {
        return problem.getCommandLine().getCommandSpec();
    }

    /** Returns the word that stands in place of a command. */
    private Optional<String> unknownCommand() {
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !command().subcommands().isEmpty()) {
            return unmatched.getUnmatched().stream().findFirst();
        }
        return Optional.empty();
    }

    private String refused(String word) {
        List<String> similar = similarTo(word);
        String suggestion = similar.isEmpty() ? "" : "\nDid you mean: " + String.join(" or ", similar) + "?";
        return "unknown command '" + word + "'" + suggestion;
    }

    private List<String> similarTo(String word) {
        return command().subcommands().keySet().stream()
                .filter(name -> SIMILARITY.apply(name, word) >= SIMILAR)
                .sorted(Comparator.comparing((String name) -> SIMILARITY.apply(name, word))
                        .reversed())
                .map(name -> command().qualifiedName() + " " + name)
                .toList();
    }

    /** Returns picocli's message, with the options that resemble an unknown one. */
    private String explained() {
        var suggestions = new StringWriter();
        UnmatchedArgumentException.printSuggestions(problem, new PrintWriter(suggestions, true));
        return (problem.getMessage() + "\n" + suggestions).lines().collect(Collectors.joining("\n"));
    }
}
