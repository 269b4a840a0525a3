package org.vigie.local.erase;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decides what becomes of the records of one topic. It is asked once for each record, in the order of its partition. */
@FunctionalInterface
interface RecordRule {
    RecordFate fate(ConsumerRecord<byte[], byte[]> record);
}
