package org.vigie.replay.passport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.platform.command.CommandRunner;

/**
 * Reports verified results.
 *
 * @param answers in the order of the records
 */
record PassportReport(List<PassportAnswer> answers) {
    PassportReport {
        answers = List.copyOf(answers);
    }

    /** Returns the figures for JSON. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (PassportOutcome outcome : PassportOutcome.values()) {
            figures.put(outcome.name().toLowerCase(Locale.ROOT), count(outcome));
        }
        figures.put("results", answers);
        return figures;
    }

    /** Returns 1 when a result differs, 2 when one could not be computed, else 0. */
    int exitCode() {
        if (count(PassportOutcome.DIFF) > 0) {
            return CommandRunner.NO;
        }
        return count(PassportOutcome.UNKNOWN) > 0 ? CommandRunner.COULD_NOT : CommandRunner.DONE;
    }

    private long count(PassportOutcome outcome) {
        return answers.stream().filter(each -> each.outcome() == outcome).count();
    }

    @Override
    public String toString() {
        return answers.stream().map(PassportAnswer::text).collect(Collectors.joining(System.lineSeparator()));
    }
}
