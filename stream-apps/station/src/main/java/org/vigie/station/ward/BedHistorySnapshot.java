package org.vigie.station.ward;

import java.util.List;
import org.vigie.station.alarm.limit.LimitChangeSnapshot;
import org.vigie.station.stay.ScorePointSnapshot;

/**
 * Shows what the page tells of a patient's past beside the trends: earlier scores and changes of alarm limits.
 *
 * @param scores of the last 48 hours, the oldest first; empty while the present score is not shown to the reader: an earlier one would stand in its
 *     place
 * @param limits the last changes of this patient's limits, the newest first
 */
public record BedHistorySnapshot(
        String bed, String stay, List<ScorePointSnapshot> scores, List<LimitChangeSnapshot> limits) {}
