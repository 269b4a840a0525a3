package org.vigie.station.command;

import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/**
 * What became of an order.
 *
 * @param refusal why it was refused, a {@link org.vigie.schemas.AlarmCommandRefusalRecord}; absent when it was not
 * @param messageFr in words; absent while it is pending
 * @param messageEn likewise
 */
public record AlertCommandResponse(
        String order, ResponseStatus status, String refusal, String messageFr, String messageEn) {
    /** How far it is. */
    public enum ResponseStatus {
        OBEYED,
        REFUSED,
        /** The alarm system has it but has not answered yet; the ledger will. */
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
