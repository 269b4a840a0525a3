package org.vigie.station.note;

import org.vigie.schemas.Alert;

/**
 * Shows the nurse in charge of a patient in a bed.
 *
 * @param nurse pseudonym or initials
 * @param by who assigned the nurse
 * @param at epoch ms on the stay's clock
 */
public record AssignedNurseSnapshot(String nurse, String by, long at) {
    /** @param entry of the ledger, NURSE_ASSIGNED */
    static AssignedNurseSnapshot of(Alert entry) {
        return new AssignedNurseSnapshot(
                entry.getCommand().getArguments().getOrDefault("nurse", ""),
                entry.getCommand().getBy(),
                entry.getAt().toEpochMilli());
    }
}
