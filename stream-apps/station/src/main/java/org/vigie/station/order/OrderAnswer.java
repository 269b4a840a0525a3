package org.vigie.station.order;

import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertState;

/**
 * What became of an order.
 *
 * @param refusal why it was refused, a {@link org.vigie.schemas.CommandRefusal}; absent when it was not
 * @param messageFr in words; absent while it is pending
 * @param messageEn likewise
 */
public record OrderAnswer(String order, Status status, String refusal, String messageFr, String messageEn) {
    /** How far it is. */
    public enum Status {
        OBEYED,
        REFUSED,
        /** The alarm system has it but has not answered yet; the ledger will. */
        PENDING
    }

    static OrderAnswer of(String order, Alert entry) {
        boolean refused = entry.getState() == AlertState.COMMAND_REFUSED;
        return new OrderAnswer(
                order,
                refused ? Status.REFUSED : Status.OBEYED,
                refused && entry.getRefusal() != null ? entry.getRefusal().name() : null,
                entry.getMessageFr(),
                entry.getMessageEn());
    }

    static OrderAnswer pending(String order) {
        return new OrderAnswer(order, Status.PENDING, null, null, null);
    }
}
