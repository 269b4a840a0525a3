package org.vigie.notifications.source;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.schemas.Alert;

/** Gives the alarms that one channel has not delivered yet. */
public interface AlertSource extends AutoCloseable {
    Iterable<ConsumerRecord<String, Alert>> poll(Duration timeout);

    /** Commits the polled records, so that they are not read again. */
    void commit();

    /** Takes note that an alarm was not delivered, because it had waited too long or the receiver could not process it. */
    default void skipped(Alert alert) {}

    /** Returns true when the source gives an alarm that was skipped again by itself, while it goes on. */
    default boolean repeatsSkipped() {
        return false;
    }

    /** Hands over again the alarms since a time that the channel is done with. Nothing of it is delivered. */
    default void readAgain(Instant from, Consumer<Alert> handler) {}

    /** Returns the number of records that were not polled yet. */
    long waiting();

    @Override
    void close();

    /** Opens the source of a channel. */
    @FunctionalInterface
    interface SourceOpener {
        AlertSource open(NotificationChannel channel);
    }
}
