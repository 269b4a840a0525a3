package org.vigie.gateway.intake;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.schemas.QuarantineReason;

/**
 * A message of which nothing is taken.
 *
 * @param sender who sent it, as far as that can be told
 * @param raw as sent
 * @param why the field and what was expected there: {@code readings: must be a list}; never anything of a patient
 * @param readings how many readings it holds, as far as that can be told
 * @param reason {@link QuarantineReason#MALFORMED_MESSAGE} when it cannot be read, {@link QuarantineReason#REFUSED_MESSAGE} when it is
 *     well-formed and not acceptable, {@link QuarantineReason#NO_BED} when nothing says on which bed its values were measured
 */
public record RefusedMessage(
        IntakeProtocol protocol, String sender, byte[] raw, String why, int readings, QuarantineReason reason) {
    private static final Set<QuarantineReason> REASONS =
            EnumSet.of(QuarantineReason.MALFORMED_MESSAGE, QuarantineReason.REFUSED_MESSAGE, QuarantineReason.NO_BED);

    public RefusedMessage {
        if (!REASONS.contains(reason)) {
            throw new IllegalArgumentException("reason: must be one of " + REASONS + ", was " + reason);
        }
    }

    /** The field that is wrong: what {@link #why} says before its colon, without counters; empty when it says none. */
    public String field() {
        int colon = why.indexOf(": ");
        String field = colon < 0 ? "" : why.substring(0, colon).replaceAll("\\[[0-9]*]|#[0-9]+", "");
        return field.matches("[A-Za-z][A-Za-z0-9_.\\-\\[\\] ]{0,79}") ? field : "";
    }
}
