package org.vigie.notifications.channel;

/**
 * Says what the answer of a receiver proves about one notification.
 *
 * @param confirmed true when the receiver confirmed that it has the notification; false when only the next server accepted it, and nothing
 *     says that it reached a person's device
 * @param missed recipients that did not get it, each with the reason; empty when all got it
 */
public record DeliveryReceipt(boolean confirmed, String missed) {
    /** The next server accepted the notification for every recipient. */
    public static final DeliveryReceipt SENT = new DeliveryReceipt(false, "");
    /** The receiver confirmed that it has the notification. */
    public static final DeliveryReceipt DELIVERED = new DeliveryReceipt(true, "");

    /** Creates the receipt of a notification that the next server accepted for some recipients only. */
    static DeliveryReceipt sentWithout(String missed) {
        return new DeliveryReceipt(false, missed);
    }
}
