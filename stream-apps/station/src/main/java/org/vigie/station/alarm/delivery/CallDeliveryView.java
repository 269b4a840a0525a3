package org.vigie.station.alarm.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.NotificationDelivery;

/** Holds what became of the newest call of each alarm, channel by channel. */
public final class CallDeliveryView {
    /** Time by which the clocks of two machines of a ward may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

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

    /**
     * Returns the deliveries of an alarm of a monitor, by the name of the channel. Later alarms of the monitor have the same name.
     *
     * @param since when the alarm was first reported. Calls of an earlier one of its name are left out
     */
    public List<CallDeliverySnapshot> ofMonitor(String name, Instant since) {
        return byAlert.getOrDefault(name, Map.of()).values().stream()
                .filter(delivery -> !delivery.getRequestedAt().isBefore(since.minus(CLOCKS)))
                .map(CallDeliverySnapshot::of)
                .toList();
    }

    /** Removes the deliveries of an alarm that was forgotten upstream. */
    public void remove(String alert) {
        byAlert.remove(alert);
    }

    /**
     * Removes the delivery whose record was deleted.
     *
     * @param key of the record: the call and the channel
     */
    public void removeRecord(String key) {
        byAlert.values()
                .forEach(channels ->
                        channels.values().removeIf(delivery -> key(delivery).equals(key)));
        byAlert.values().removeIf(Map::isEmpty);
    }

    private static String key(NotificationDelivery delivery) {
        return delivery.getCall() + "|" + delivery.getChannel();
    }

    private static NotificationDelivery newer(NotificationDelivery held, NotificationDelivery now) {
        return now.getRequestedAt().isBefore(held.getRequestedAt()) ? held : now;
    }
}
