package org.vigie.notifications;

import java.time.Instant;
import org.vigie.schemas.Alert;

/** Delivers the monitors' own alarms by a channel. It leaves none out: not by priority, not by kind, and not by a shelf. */
record MonitorChannel(NotificationChannel channel) implements NotificationChannel {
    @Override
    public String name() {
        return channel.name() + "-monitors";
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
