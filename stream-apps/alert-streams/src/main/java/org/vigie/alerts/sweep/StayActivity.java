package org.vigie.alerts.sweep;

/** Holds what a task observed of the activity of one stay since the task began. Times are wall-clock times in ms since 1970. */
final class StayActivity {
    private static final long NONE = -1;

    private long lastRecordMs = NONE;
    private long lastTriageMs;
    /** Time since the last record in which this process was halted. */
    private long haltedMs;

    private boolean hasRecord;
    private boolean markedSilent;
    private boolean markedLate;
    /** True while a stored output of a sweep may exist. A task that begins does not know it. */
    private boolean mayHaveOutput = true;
    /** True while the stay may have values that no rule has evaluated. A task that begins does not know it. */
    private boolean mayHaveUnseenValues = true;

    void recordArrived(long now) {
        lastRecordMs = now;
        haltedMs = 0;
        hasRecord = true;
        markedSilent = false;
        markedLate = false;
    }

    /** Starts the time without a record at the first sweep, for a stay without a record since the task began. */
    void swept(long now) {
        lastRecordMs = lastRecordMs == NONE ? now : lastRecordMs;
    }

    /** Restarts the time without a record, for a stay that goes on although its end was written. */
    void restart(long now) {
        lastRecordMs = now;
        haltedMs = 0;
        hasRecord = false;
        markedSilent = false;
        markedLate = false;
    }

    /**
     * Leaves the time of a halt of this process out of the time without a record, unless a record has come since. The senders may have been
     * halted with it. A stay that was silent before stays so.
     *
     * @param watchedUntil when the process last checked its stays before the halt
     */
    void resumed(long watchedUntil, long now) {
        if (!markedSilent && lastRecordMs != NONE && quietMs(now) >= StaySweeper.QUIET_MS) {
            haltedMs += now - Math.max(watchedUntil, lastRecordMs);
        }
    }

    void triagePublished(long now) {
        lastTriageMs = now;
    }

    /** Returns true when the last time is that of a record; false when it is that of the first sweep or of a new beginning. */
    boolean hasRecord() {
        return hasRecord;
    }

    /** Returns the time from the last record to {@code time}, without the time in which this process was halted. */
    long quietMs(long time) {
        return time - lastRecordMs - haltedMs;
    }

    /** Records that values were added without an evaluation. */
    void valuesAdded() {
        mayHaveUnseenValues = true;
    }

    boolean mayHaveUnseenValues() {
        return mayHaveUnseenValues;
    }

    /** Records that all values of the stay are evaluated. */
    void valuesEvaluated() {
        mayHaveUnseenValues = false;
    }

    void outputStored() {
        mayHaveOutput = true;
    }

    /** Returns true when a stored output of a sweep may exist, and records that it is deleted. */
    boolean deletesOutput() {
        boolean had = mayHaveOutput;
        mayHaveOutput = false;
        return had;
    }

    long lastRecordMs() {
        return lastRecordMs;
    }

    long lastTriageMs() {
        return lastTriageMs;
    }

    long sinceTriageMs(long now) {
        return now - lastTriageMs;
    }

    boolean isMarkedSilent() {
        return markedSilent;
    }

    /** Marks the stay as silent. Returns false when it was marked before. */
    boolean markSilent() {
        boolean fresh = !markedSilent;
        markedSilent = true;
        return fresh;
    }

    /** Marks the stay as late. Returns false when it was marked before. */
    boolean markLate() {
        boolean fresh = !markedLate;
        markedLate = true;
        return fresh;
    }
}
