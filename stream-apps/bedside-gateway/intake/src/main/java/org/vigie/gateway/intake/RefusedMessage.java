package org.vigie.gateway.intake;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.schemas.QuarantineReason;

/**
 * Describes a message that is refused, as a whole or in part.
 *
 * @param sender who sent it, if known
 * @param raw the message as sent
 * @param why the field and what is expected there: {@code readings: must be a list}; never data of a patient
 * @param readings how many readings it holds, if known
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

    /** Returns the field that is wrong: the part of {@link #why} before the colon, without counters. Empty when there is none. */
    public String field() {
        int colon = why.indexOf(": ");
        String field = colon < 0 ? "" : why.substring(0, colon).replaceAll("\\[[0-9]*]|#[0-9]+", "");
        return field.matches("[A-Za-z][A-Za-z0-9_.\\-\\[\\] ]{0,79}") ? field : "";
    }
}
