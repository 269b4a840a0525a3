package org.vigie.replay.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names the WFDB record of one stay and its signals.
 *
 * @param stay as the table names it
 */
record WfdbRecord(String stay, List<WfdbSignal> signals) {
    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

    WfdbRecord {
        signals = List.copyOf(signals);
    }

    /** Returns the name of its files: letters, digits, {@code _} and {@code -}. */
    String name() {
        return stay.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    String samplesFile() {
        return name() + ".dat";
    }

    /**
     * Returns the lines of its header.
     *
     * @param begin first second
     * @param first first sample of each signal
     * @param checksums of the samples of each signal
     */
    List<String> header(Instant begin, long frames, short[] first, short[] checksums) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %d 1 %d %s".formatted(name(), signals.size(), frames, BEGIN.format(begin)));
        for (int signal = 0; signal < signals.size(); signal++) {
            lines.add(signals.get(signal).headerLine(samplesFile(), first[signal], checksums[signal]));
        }
        lines.add("# Kept readings of a Vigie export, in UTC; the last one of each second; -32768: none");
        return lines;
    }
}
