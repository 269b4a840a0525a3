package org.vigie.station.alarm.delivery;

import java.time.Instant;
import org.vigie.schemas.NotificationDelivery;

/**
 * Shows what became of the newest call of an alarm on one channel.
 *
 * @param role that was to be notified; absent when the call named none
 * @param state {@code REQUESTED}, {@code SENT} (nobody is known to have it), {@code DELIVERED} (the channel gave a receipt), {@code
 *     FAILED} or {@code READ} (the alarm was acknowledged)
 * @param at epoch ms of that state
 * @param detail why it failed, or which recipients did not get it; absent when neither is so
 */
public record CallDeliverySnapshot(String channel, String role, String state, long at, String detail) {
    /** Shows the newest state of a call. */
    static CallDeliverySnapshot of(NotificationDelivery delivery) {
        return new CallDeliverySnapshot(
                delivery.getChannel(),
                delivery.getRole(),
                delivery.getState().name(),
                at(delivery).toEpochMilli(),
                delivery.getDetail());
    }

    private static Instant at(NotificationDelivery delivery) {
        Instant at = switch (delivery.getState()) {
            case SENT -> delivery.getSentAt();
            case DELIVERED -> delivery.getDeliveredAt();
            case FAILED -> delivery.getFailedAt();
            case READ -> delivery.getReadAt();
            default -> delivery.getRequestedAt();
        };
        return at == null ? delivery.getRequestedAt() : at;
    }
}
