package org.vigie.notifications;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.schemas.NotificationDelivery;

/**
 * Makes the loops of the enabled channels: one for Vigie's alarms, and one for the monitors' own alarms.
 *
 * @param earlier deliveries of earlier runs, which a later acknowledgement may still mark as read
 */
record DeliveryLoops(
        NotificationsConfig config,
        ExponentialBackoff backoff,
        ChannelStatusReporter reporter,
        DeliveryTopic topic,
        DeliveryStateMetrics metrics,
        Collection<NotificationDelivery> earlier) {
    private static final Clock CLOCK = Clock.systemUTC();

    List<DeliveryLoop> all() {
        var channels = new EnabledChannels(config, CLOCK);
        Stream<DeliveryLoop> own = channels.all().stream()
                .map(channel -> loop(channel, channel.name(), each -> TopicAlertSource.open(config.kafka(), each)));
        Stream<DeliveryLoop> monitors = channels.all().stream().map(this::ofMonitors);
        return Stream.concat(own, monitors).toList();
    }

    private DeliveryLoop ofMonitors(NotificationChannel channel) {
        return loop(
                new MonitorChannel(channel),
                channel.name(),
                each -> TopicAlertSource.openMonitors(config.kafka(), channel));
    }

    private DeliveryLoop loop(NotificationChannel channel, String name, AlertSource.SourceOpener opener) {
        var deliveries = new CallDeliveries(name, this::publish, CLOCK);
        boolean isOfMonitors = channel instanceof MonitorChannel;
        earlier.stream()
                .filter(delivery -> delivery.getChannel().equals(name) && delivery.getFromMonitor() == isOfMonitors)
                .forEach(deliveries::restore);
        return new DeliveryLoop(channel, opener, config.oldest(), backoff, reporter, deliveries, CLOCK);
    }

    private void publish(String key, Optional<NotificationDelivery> delivery) {
        delivery.ifPresent(metrics::count);
        topic.publish(key, delivery);
    }
}
