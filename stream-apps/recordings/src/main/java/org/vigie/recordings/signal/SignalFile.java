package org.vigie.recordings.signal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.vigie.recordings.LeftOutEntry;

/**
 * Describes the content of a file of signals.
 *
 * @param start when it began, on the local clock of where it was recorded; empty when it does not say
 * @param signals a signal with gaps, or whose unit changes, is several of them
 */
public record SignalFile(Optional<LocalDateTime> start, List<SampledSignal> signals, List<LeftOutEntry> leftOut) {
    public SignalFile {
        signals = List.copyOf(signals);
        leftOut = List.copyOf(leftOut);
    }
}
