package org.vigie.replay.export;

import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/**
 * Says which rows the records of a topic become.
 *
 * @param rows rows of one record
 */
record ExportedSource<V extends SpecificRecord, R>(Topic<V> topic, Function<V, Stream<R>> rows) {
    /** Returns a function that decodes a record and gives its rows. */
    Function<ConsumerRecord<byte[], byte[]>, Stream<R>> reader(AvroSerdes serdes) {
        var values = serdes.of(topic).deserializer();
        return record -> rows.apply(values.deserialize(record.topic(), record.value()));
    }
}
