package org.vigie.station.note;

import org.vigie.schemas.Alert;

/**
 * Shows a limitation of treatment (LATA) that a physician recorded.
 *
 * @param limitation {@code LIMITATION} or {@code WITHDRAWAL}
 * @param by who recorded it
 * @param at epoch ms on the stay's clock
 * @param reason as the physician typed it
 */
public record TreatmentLimitationSnapshot(String limitation, String by, long at, String reason) {
    static final String ARGUMENT = "limitation";
    static final String NONE = "NONE";

    /** @param entry of the ledger, TREATMENT_LIMITATION_SET */
    static TreatmentLimitationSnapshot of(Alert entry) {
        return new TreatmentLimitationSnapshot(
                entry.getCommand().getArguments().getOrDefault(ARGUMENT, NONE),
                entry.getCommand().getBy(),
                entry.getAt().toEpochMilli(),
                entry.getCommand().getReason());
    }
}
