package org.vigie.platform.topic;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends records and reports each one in a future. */
public record AcknowledgedSender<K, V>(Producer<K, V> producer) {
    /** The future ends when the broker has the record. This method throws nothing: a failure at once fails the future too. */
    public CompletableFuture<Void> send(ProducerRecord<K, V> record) {
        var sent = new CompletableFuture<Void>();
        try {
            var unused = producer.send(record, (metadata, refused) -> {
                if (refused == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(refused);
                }
            });
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }
}
