package org.vigie.notifications.channel;

import java.time.Instant;
import org.vigie.schemas.Alert;

/**
 * Delivers alarms of one source by a channel and leaves none out: not by priority, not by kind, and not by a shelf.
 *
 * @param source {@code monitors} for the monitors' own alarms, {@code stations} for beds that are not watched
 */
public record UnfilteredChannel(NotificationChannel channel, String source) implements NotificationChannel {
    public static final String MONITORS = "monitors";
    public static final String STATIONS = "stations";

    @Override
    public String name() {
        return channel.name() + "-" + source;
    }

    @Override
    public boolean mirrors() {
        return channel.mirrors();
    }

    @Override
    public boolean wants(Alert alert) {
        return true;
    }

    @Override
    public DeliveryReceipt deliver(Alert alert) throws DeliveryFailedException, DeliveryRefusedException {
        return channel.deliver(alert);
    }

    @Override
    public void tick(Instant now) throws DeliveryFailedException, DeliveryRefusedException {
        channel.tick(now);
    }

    @Override
    public void close() {
        channel.close();
    }
}
