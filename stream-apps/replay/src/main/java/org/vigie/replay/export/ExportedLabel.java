package org.vigie.replay.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.Truth;

/**
 * Holds one label of a stay.
 *
 * @param subject alarm rule that was judged, or variable of the event; null when it concerns none
 * @param until end of the event; null for a judgement
 * @param givenAt time of the judgement; null for an event
 * @param alert that was judged; null for an event
 */
record ExportedLabel(
        String stay,
        String bed,
        String source,
        String label,
        @Nullable String subject,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant givenAt,
        @Nullable String alert) {
    /** Returns the judgement of a clinician on an alert. */
    static ExportedLabel of(Alert entry, AlarmFeedbackRecord feedback) {
        return new ExportedLabel(
                entry.getStay(),
                entry.getBed(),
                "CLINICIAN",
                feedback.name(),
                entry.getRule(),
                entry.getRaisedAt(),
                null,
                entry.getAt(),
                entry.getAlert());
    }

    /** Returns an event of the simulator's ground truth. */
    static ExportedLabel of(Truth truth) {
        return new ExportedLabel(
                truth.getStay(),
                truth.getBed(),
                "SIMULATOR",
                truth.getKind().name(),
                truth.getVariable(),
                truth.getFrom(),
                truth.getUntil(),
                null,
                null);
    }
}
