package org.vigie.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.notifications.channel.NotificationRules;
import org.vigie.notifications.source.StationAlertSource;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.NotificationDelivery;

/**
 * Follows each call of one channel from the request to its reading, and publishes every change.
 *
 * <p>A call is delivered only by a receipt of its receiver. It is read when its alarm is acknowledged after the call. Records of calls that
 * are older than a day are deleted. One thread uses it.
 */
final class CallDeliveries {
    private static final Duration KEPT = Duration.ofDays(1);

    private final String channel;
    private final DeliveryStatePublisher publisher;
    private final Clock clock;
    private final Map<String, NotificationDelivery> calls = new LinkedHashMap<>();

    /** Publishes a delivery under its key; a null delivery deletes the record. */
    interface DeliveryStatePublisher {
        void publish(String key, Optional<NotificationDelivery> delivery);
    }

    CallDeliveries(String channel, DeliveryStatePublisher publisher, Clock clock) {
        this.channel = channel;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Returns how many calls are followed. */
    int size() {
        return calls.size();
    }

    /** Takes up a call that was published before the app was started. */
    void restore(NotificationDelivery delivery) {
        calls.put(delivery.getCall(), delivery);
    }

    /** Returns the calls that a receiver accepted within the last day. */
    List<NotificationDelivery> sent() {
        Instant oldest = clock.instant().minus(KEPT);
        return calls.values().stream()
                .filter(delivery -> delivery.getSentAt() != null
                        && !delivery.getRequestedAt().isBefore(oldest))
                .toList();
    }

    /** Returns when a call was requested that no receiver has accepted. Empty for other calls. */
    Optional<Instant> undeliveredSince(Alert alert) {
        return Optional.ofNullable(calls.get(NotificationRules.key(alert)))
                .filter(delivery -> delivery.getSentAt() == null && delivery.getState() == DeliveryState.FAILED)
                .map(NotificationDelivery::getRequestedAt);
    }

    /** Deletes the records of the calls about a bed or a station that is watched again. */
    void ended(Alert alert) {
        if (alert.getState() == AlertStateRecord.CLEARED && StationAlertSource.isSourceOf(alert)) {
            delete(delivery -> delivery.getAlert().equals(alert.getAlert()));
        }
    }

    /** Records an attempt to send a call. Other entries of an alarm are no calls. */
    void attempted(Alert alert) {
        if (NotificationRules.isCall(alert)) {
            NotificationDelivery delivery =
                    calls.computeIfAbsent(NotificationRules.key(alert), call -> requested(call, alert));
            delivery.setAttempts(delivery.getAttempts() + 1);
            publish(delivery);
        }
    }

    private NotificationDelivery requested(String call, Alert alert) {
        return NotificationDelivery.newBuilder()
                .setCall(call)
                .setChannel(channel)
                .setAlert(alert.getAlert())
                .setStay(alert.getStay())
                .setBed(alert.getBed())
                .setFromMonitor(BedsideAlarmMapper.isOfMonitor(alert))
                .setRole(NotificationRules.role(alert).orElse(null))
                .setState(DeliveryState.REQUESTED)
                .setRequestedAt(clock.instant())
                .build();
    }

    void accepted(Alert alert, DeliveryReceipt receipt) {
        NotificationDelivery delivery = calls.get(NotificationRules.key(alert));
        if (delivery != null) {
            Instant now = clock.instant();
            delivery.setSentAt(now);
            delivery.setDetail(receipt.missed().isEmpty() ? null : "pas à / not to " + receipt.missed());
            if (receipt.confirmed() && delivery.getDeliveredAt() == null) {
                delivery.setDeliveredAt(now);
            }
            delivery.setState(reached(delivery));
            publish(delivery);
        }
    }

    /** Returns how far a call has come. A call that is sent again after a restart stays delivered, or read. */
    private static DeliveryState reached(NotificationDelivery delivery) {
        if (delivery.getReadAt() != null) {
            return DeliveryState.READ;
        }
        return delivery.getDeliveredAt() != null ? DeliveryState.DELIVERED : DeliveryState.SENT;
    }

    /** Records that a call was not accepted. A later attempt may succeed. */
    void failed(Alert alert, String why) {
        NotificationDelivery delivery = calls.get(NotificationRules.key(alert));
        if (delivery != null) {
            delivery.setFailedAt(clock.instant());
            delivery.setDetail(why);
            delivery.setState(DeliveryState.FAILED);
            publish(delivery);
        }
    }

    /** Marks the calls of an acknowledged alarm as read. */
    void follow(Alert entry) {
        if (entry.getState() == AlertStateRecord.ACKNOWLEDGED) {
            calls.values().stream()
                    .filter(delivery -> delivery.getAlert().equals(entry.getAlert()))
                    .filter(delivery -> delivery.getSentAt() != null && delivery.getReadAt() == null)
                    .forEach(this::read);
        }
    }

    private void read(NotificationDelivery delivery) {
        delivery.setReadAt(clock.instant());
        delivery.setState(DeliveryState.READ);
        publish(delivery);
    }

    /** Deletes the records of old calls. */
    void deleteOld() {
        Instant oldest = clock.instant().minus(KEPT);
        delete(delivery -> delivery.getRequestedAt().isBefore(oldest));
    }

    private void delete(Predicate<NotificationDelivery> isOver) {
        List<NotificationDelivery> over = calls.values().stream().filter(isOver).toList();
        for (NotificationDelivery delivery : over) {
            calls.remove(delivery.getCall());
            publisher.publish(key(delivery), Optional.empty());
        }
    }

    private void publish(NotificationDelivery delivery) {
        publisher.publish(
                key(delivery),
                Optional.of(NotificationDelivery.newBuilder(delivery).build()));
    }

    private static String key(NotificationDelivery delivery) {
        return delivery.getCall() + "|" + delivery.getChannel();
    }
}
