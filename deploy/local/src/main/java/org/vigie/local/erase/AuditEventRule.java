package org.vigie.local.erase;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.vigie.access.audit.AuditRedaction;
import org.vigie.schemas.AuditEvent;

/** Takes the patient out of the audit trail, whose chains stay whole. */
record AuditEventRule(AuditRedaction redaction, Serde<AuditEvent> values) implements RecordRule {
    @Override
    public RecordFate fate(ConsumerRecord<byte[], byte[]> record) {
        AuditEvent event = values.deserializer().deserialize(record.topic(), record.value());
        return redaction
                .take(event)
                .map(changed -> RecordFate.replacedBy(values.serializer().serialize(record.topic(), changed)))
                .orElse(RecordFate.KEPT);
    }
}
