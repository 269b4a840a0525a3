package org.vigie.gateway.send;

import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.vigie.schemas.topic.Topic;

/** Sends records to topics. */
public interface RecordSender {
    /**
     * Sends one record. Never throws.
     *
     * @return completes when all replicas in sync have the record; fails when they did not take it in time
     */
    <V extends SpecificRecord> CompletableFuture<Void> send(Topic<V> topic, String key, V value, Header... headers);
}
