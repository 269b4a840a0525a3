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
        if (!script.equals(TRANSFER)
                && !every.isZero()
                && every.compareTo(DeteriorationScript.get(script).length()) <= 0) {
            throw new IllegalArgumentException("scripts: every_s must exceed the " + script + "'s length of "
                    + DeteriorationScript.get(script).length().toSeconds() + " s, was " + every.toSeconds());
        }
    }

    static ScenarioLine of(NamedCsvRecord row) {
        return new ScenarioLine(
                Integer.parseInt(row.getField("patient")),
                Duration.ofSeconds(Long.parseLong(row.getField("at_s"))),
                Duration.ofSeconds(row.getField("every_s").isEmpty() ? 0 : Long.parseLong(row.getField("every_s"))),
                row.getField("script"));
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
