package org.vigie.notifications.source;

import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.schemas.serde.UnreadableRecordException;

/** Skips records that cannot be decoded. One app writes each topic, and the other apps quarantine such a record. */
record LenientDeserializer<V>(Deserializer<V> values) implements Deserializer<V> {
    private static final Logger LOG = LoggerFactory.getLogger(LenientDeserializer.class);

    @Override
    public V deserialize(String topic, byte[] bytes) {
        try {
            return values.deserialize(topic, bytes);
        } catch (UnreadableRecordException e) {
            LOG.warn("A record of {} cannot be decoded and is skipped: {}", topic, e.getMessage());
            return null;
        }
    }
}
