package org.vigie.recordings.signal;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.vigie.recordings.CompactRowList;
import org.vigie.recordings.RowColumn;

/** Merges the samples of several signals into rows, in the order of their times. */
final class SampledRowMerger {
    private final CompactRowList rows;
    private final PriorityQueue<PendingSamples> pending = new PriorityQueue<>(
            Comparator.comparingLong(PendingSamples::millis).thenComparingInt(samples -> samples.column));

    /** @param signals all signals of the file; waveforms become no rows */
    SampledRowMerger(List<SampledSignal> signals) {
        rows = new CompactRowList(signals.stream()
                .filter(signal -> !signal.isWaveform())
                .mapToLong(signal -> signal.samples().length)
                .sum());
    }

    /** Holds the samples of one signal that are not yet rows. */
    private static final class PendingSamples {
        private final SampledSignal signal;
        private final int column;
        private int next;

        PendingSamples(SampledSignal signal, int column) {
            this.signal = signal;
            this.column = column;
        }

        long millis() {
            return signal.millis(next);
        }

        double take() {
            return signal.samples()[next++];
        }

        boolean isEmpty() {
            return next == signal.samples().length;
        }
    }

    /** Adds a signal that has samples. */
    void add(SampledSignal signal, RowColumn column) {
        pending.add(new PendingSamples(signal, rows.column(column)));
    }

    CompactRowList merge() {
        while (!pending.isEmpty()) {
            PendingSamples earliest = pending.remove();
            rows.add(earliest.millis(), earliest.column, earliest.take());
            if (!earliest.isEmpty()) {
                pending.add(earliest);
            }
        }
        return rows;
    }
}
