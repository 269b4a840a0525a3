package org.vigie.platform.deadletter;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.QuarantinedRecords;
import org.vigie.schemas.topic.Topic;

/** Puts a record that cannot be read into records.quarantined, byte for byte with its reason, and goes on with the next one. */
public final class QuarantiningExceptionHandler implements DeserializationExceptionHandler {
    public static final String APP = "vigie.app";
    public static final String KAFKA = "vigie.kafka";

    private static final Logger LOG = LoggerFactory.getLogger(QuarantiningExceptionHandler.class);

    private String app;
    private Topic<Quarantined> quarantine;
    private Serializer<Quarantined> serializer;

    @Override
    public void configure(Map<String, ?> configuration) {
        var kafka = (KafkaConnectionConfig) requireNonNull(configuration.get(KAFKA), KAFKA);
        app = (String) requireNonNull(configuration.get(APP), APP);
        quarantine = kafka.topics().recordsQuarantined();
        serializer = new AvroSerdes(kafka.registry()).of(quarantine).serializer();
    }

    /** Stops the thread when the world is broken (the registry cannot be reached): the record itself may be good. */
    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (!QuarantinedRecords.isUnreadable(exception)) {
            return Response.fail();
        }
        Quarantined quarantined = QuarantinedRecords.of(record, exception, app);
        String at = record.topic() + "-" + record.partition() + "@" + record.offset();
        LOG.warn("{}: {} {} quarantined: {}", app, quarantined.getReason(), at, quarantined.getDetail());
        return Response.resume(List.of(deadLetter(quarantined, record)));
    }

    private ProducerRecord<byte[], byte[]> deadLetter(Quarantined quarantined, ConsumerRecord<byte[], byte[]> record) {
        String key = record.topic() + "-" + record.partition() + "-" + record.offset();
        return new ProducerRecord<>(
                quarantine.name(),
                key.getBytes(StandardCharsets.UTF_8),
                serializer.serialize(quarantine.name(), quarantined));
    }
}
