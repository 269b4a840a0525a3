package org.vigie.station.command;

import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/**
 * Holds the outcome of a command.
 *
 * @param refusal why it was refused, a {@link org.vigie.schemas.AlarmCommandRefusalRecord}; absent when it was not
 * @param messageFr text of the answer; absent while it is pending
 * @param messageEn text of the answer; absent while it is pending
 */
public record AlertCommandResponse(
        String order, ResponseStatus status, String refusal, String messageFr, String messageEn) {
    /** Says how far the command is. */
    public enum ResponseStatus {
        OBEYED,
        REFUSED,
        /** The broker has the command; the answer will appear in the ledger. */
        PENDING
    }

    static AlertCommandResponse of(String order, Alert entry) {
        boolean refused = entry.getState() == AlertStateRecord.COMMAND_REFUSED;
        return new AlertCommandResponse(
                order,
                refused ? ResponseStatus.REFUSED : ResponseStatus.OBEYED,
                refused && entry.getRefusal() != null ? entry.getRefusal().name() : null,
                entry.getMessageFr(),
                entry.getMessageEn());
    }

    static AlertCommandResponse pending(String order) {
        return new AlertCommandResponse(order, ResponseStatus.PENDING, null, null, null);
    }
}
