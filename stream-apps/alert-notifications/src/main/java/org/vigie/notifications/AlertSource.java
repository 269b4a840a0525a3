package org.vigie.notifications;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.schemas.Alert;

/** The alarms that one channel has not told yet. */
interface AlertSource extends AutoCloseable {
    Iterable<ConsumerRecord<String, Alert>> poll(Duration patience);

    /** What was polled needs not come again. */
    void commit();

    /** Records that have not been looked at. */
    long waiting();

    @Override
    void close();

    /** Opens what a channel reads. */
    @FunctionalInterface
    interface SourceOpener {
        AlertSource open(NotificationChannel channel);
    }
}
