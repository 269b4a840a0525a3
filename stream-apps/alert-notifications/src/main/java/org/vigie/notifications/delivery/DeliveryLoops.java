package org.vigie.notifications.delivery;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.UnfilteredChannel;
import org.vigie.notifications.config.NotificationsConfig;
import org.vigie.notifications.source.AlertSource;
import org.vigie.notifications.source.MonitorAlertSource;
import org.vigie.notifications.source.StationAlertSource;
import org.vigie.notifications.source.TopicAlertSource;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.NotificationDelivery;

/**
 * Makes the loops of the enabled channels: one for Vigie's alarms, one for the monitors' own alarms, and for each channel that calls a
 * person one for beds that a station does not watch.
 *
 * @param earlier deliveries of earlier runs, which a later acknowledgement may still mark as read
 */
public record DeliveryLoops(
        NotificationsConfig config,
        ExponentialBackoff backoff,
        ChannelStatusReporter reporter,
        DeliveryTopic topic,
        DeliveryStateMetrics metrics,
        Collection<NotificationDelivery> earlier) {
    private static final Clock CLOCK = Clock.systemUTC();

    public List<DeliveryLoop> all() {
        var channels = new EnabledChannels(config, CLOCK);
        Stream<DeliveryLoop> own = channels.all().stream()
                .map(channel -> loop(
                        channel,
                        deliveries(channel.name(), false),
                        each -> TopicAlertSource.open(config.kafka(), each)));
        Stream<DeliveryLoop> monitors = channels.all().stream().map(this::ofMonitors);
        Stream<NotificationChannel> watching =
                config.watch().stations().isEmpty() ? Stream.of() : channels.calling().stream();
        return Stream.of(own, monitors, watching.map(this::ofStations))
                .flatMap(loops -> loops)
                .toList();
    }

    private DeliveryLoop ofMonitors(NotificationChannel channel) {
        return loop(
                new UnfilteredChannel(channel, UnfilteredChannel.MONITORS),
                deliveries(channel.name(), true),
                each -> MonitorAlertSource.open(
                        config.kafka(),
                        channel,
                        new MonitorAlarmRule(config.watch().monitorSilence())));
    }

    private DeliveryLoop ofStations(NotificationChannel channel) {
        var unfiltered = new UnfilteredChannel(channel, UnfilteredChannel.STATIONS);
        CallDeliveries deliveries = deliveries(unfiltered.name(), false);
        return loop(
                unfiltered,
                deliveries,
                each -> StationAlertSource.open(config.watch(), config.tls(), CLOCK, deliveries.sent()));
    }

    private DeliveryLoop loop(NotificationChannel channel, CallDeliveries deliveries, AlertSource.SourceOpener opener) {
        return new DeliveryLoop(channel, opener, config.oldest(), backoff, reporter, deliveries, CLOCK);
    }

    /** Returns the calls of a channel that earlier runs made. */
    private CallDeliveries deliveries(String channel, boolean fromMonitors) {
        var deliveries = new CallDeliveries(channel, this::publish, CLOCK);
        earlier.stream()
                .filter(delivery -> delivery.getChannel().equals(channel) && delivery.getFromMonitor() == fromMonitors)
                .forEach(deliveries::restore);
        return deliveries;
    }

    private void publish(String key, Optional<NotificationDelivery> delivery) {
        delivery.ifPresent(metrics::count);
        topic.publish(key, delivery);
    }
}
