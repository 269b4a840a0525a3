package org.vigie.station.alarm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.NotificationDelivery;

/** Holds what became of the newest call of each alarm, channel by channel. */
public final class CallDeliveryView {
    private final Map<String, Map<String, NotificationDelivery>> byAlert = new HashMap<>();

    /** Takes the state of a call. That of an older call of the same alarm and channel is not shown any longer. */
    public void take(NotificationDelivery delivery) {
        byAlert.computeIfAbsent(delivery.getAlert(), alert -> new TreeMap<>())
                .merge(delivery.getChannel(), delivery, CallDeliveryView::newer);
    }

    /** Returns the deliveries of an alarm, by the name of the channel. */
    public List<CallDeliverySnapshot> of(String alert) {
        return byAlert.getOrDefault(alert, Map.of()).values().stream()
                .map(CallDeliverySnapshot::of)
                .toList();
    }

    /** Removes the deliveries of an alarm that was forgotten upstream. */
    public void remove(String alert) {
        byAlert.remove(alert);
    }

    private static NotificationDelivery newer(NotificationDelivery held, NotificationDelivery now) {
        return now.getRequestedAt().isBefore(held.getRequestedAt()) ? held : now;
    }
}
