package org.vigie.simulator.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Holds one row of the table. */
record ScenarioLine(int patient, Duration at, Duration every, String script) {
    private static final String TRANSFER = "transfer";

    ScenarioLine {
        if (patient < 1 || at.isNegative()) {
            throw new IllegalArgumentException(
                    "scripts: patient must be positive and at_s not negative, was " + patient + "," + at.toSeconds());
        }
        if (!script.equals(TRANSFER)) {
            requireRest(DeteriorationScript.get(script), every);
        }
    }

    private static void requireRest(DeteriorationScript script, Duration every) {
        if (!every.isZero() && every.compareTo(script.length()) <= 0) {
            throw new IllegalArgumentException("scripts: every_s must exceed the " + script.name() + "'s length of "
                    + script.length().toSeconds() + " s, was " + every.toSeconds());
        }
    }

    /** @throws IllegalArgumentException when a column is missing or holds no number; the message names the line */
    static ScenarioLine of(NamedCsvRecord row) {
        return new ScenarioLine(
                number(row, "patient"),
                Duration.ofSeconds(number(row, "at_s")),
                Duration.ofSeconds(field(row, "every_s").isEmpty() ? 0 : number(row, "every_s")),
                field(row, "script"));
    }

    private static int number(NamedCsvRecord row, String column) {
        String field = field(row, column);
        if (!field.matches("-?\\d{1,9}")) {
            throw new IllegalArgumentException("scripts: line " + row.getStartingLineNumber() + ": " + column
                    + " must be a whole number, was '" + field + "'");
        }
        return Integer.parseInt(field);
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column)
                .map(String::strip)
                .orElseThrow(() -> new IllegalArgumentException("scripts: line " + row.getStartingLineNumber()
                        + ": must have the columns patient,at_s,every_s,script; has no " + column));
    }

    boolean isTransfer() {
        return script.equals(TRANSFER);
    }

    /** Adds the episodes of this row that overlap an interval. */
    void collect(Instant begin, Instant from, Instant until, List<DeteriorationEpisode> episodes) {
        DeteriorationScript deterioration = DeteriorationScript.get(script);
        Instant first = begin.plus(at);
        long turn = every.isZero()
                ? 0
                : Math.max(
                        0,
                        Duration.between(first, from)
                                        .minus(deterioration.length())
                                        .toSeconds()
                                / every.toSeconds());
        for (DeteriorationEpisode episode =
                        new DeteriorationEpisode(deterioration, first.plus(every.multipliedBy(turn)));
                episode.onset().isBefore(until);
                episode =
                        new DeteriorationEpisode(deterioration, episode.onset().plus(every))) {
            if (episode.overlaps(from, until)) {
                episodes.add(episode);
            }
            if (every.isZero()) {
                return;
            }
        }
    }
}
