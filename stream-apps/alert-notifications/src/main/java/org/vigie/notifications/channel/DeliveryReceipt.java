package org.vigie.notifications.channel;

/** Says what the answer of a receiver proves about one notification. */
public enum DeliveryReceipt {
    /** The next server accepted the notification. Nothing says that it reached a person's device. */
    SENT,
    /** The receiver confirmed that it has the notification. */
    DELIVERED
}
