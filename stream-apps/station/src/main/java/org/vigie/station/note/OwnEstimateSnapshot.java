package org.vigie.station.note;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.Alert;

/**
 * Shows how a physician estimated the risk of death in hospital before the model's score was shown.
 *
 * @param percent 0 to 100
 * @param at epoch ms on the stay's clock
 */
public record OwnEstimateSnapshot(int percent, String by, long at) {
    /** Limits how long an estimate opens the score: a shift of 12 h, as on the page. */
    private static final Duration VALID = Duration.ofHours(12);

    boolean stands(Instant now) {
        return now.toEpochMilli() - at <= VALID.toMillis();
    }

    /** Returns false for a reader without a name. */
    boolean isOf(String reader) {
        return !reader.isEmpty() && by.equals(reader);
    }

    /** @param entry of the ledger, ESTIMATE_RECORDED */
    static OwnEstimateSnapshot of(Alert entry) {
        return new OwnEstimateSnapshot(
                Integer.parseInt(entry.getCommand().getArguments().get("percent")),
                entry.getCommand().getBy(),
                entry.getAt().toEpochMilli());
    }
}
