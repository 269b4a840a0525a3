package org.vigie.recordings.wfdb;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.vigie.recordings.MalformedRecordingFile;

/** Follows the base times of the segments of a record, as far as they have a date. A segment may not begin before the last one ended. */
final class WfdbSegmentClock {
    private static final int TOLERANCE_SECONDS = 1;

    private LocalDateTime end;

    /** @throws MalformedRecordingFile when the segment began before the last one ended */
    void check(Path file, WfdbHeader segment) throws MalformedRecordingFile {
        Optional<LocalDateTime> began = began(segment);
        boolean isBack = end != null
                && began.filter(time -> time.plusSeconds(TOLERANCE_SECONDS).isBefore(end))
                        .isPresent();
        if (isBack) {
            throw new MalformedRecordingFile(file + ": it began at " + began.get()
                    + ", before the segment before it ended at " + end + ": the clock went back");
        }
    }

    /** Moves on to the end of a segment. */
    void pass(WfdbHeader segment, double seconds) {
        began(segment).ifPresent(time -> end = time.plus(Duration.ofNanos((long) (seconds * 1e9))));
    }

    private static Optional<LocalDateTime> began(WfdbHeader segment) {
        return segment.start();
    }
}
