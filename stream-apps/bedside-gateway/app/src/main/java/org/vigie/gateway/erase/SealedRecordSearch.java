package org.vigie.gateway.erase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.gateway.identity.IdentityCipher;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Reads every sealed record and counts those of one patient, by whether they can be read. */
final class SealedRecordSearch {
    private static final Duration POLL = Duration.ofMillis(500);

    private final IdentityCipher cipher;
    private final String number;
    private final Set<String> pseudonyms;
    private long unreadable;
    private long readable;

    SealedRecordSearch(IdentityCipher cipher, String number, Collection<String> pseudonyms) {
        this.cipher = cipher;
        this.number = number;
        this.pseudonyms = Set.copyOf(pseudonyms);
    }

    /** Reads the topics of sealed identities and messages from their beginning to their present end. */
    void read(KafkaConnectionConfig kafka) {
        read(kafka, kafka.topics().identitiesSealed());
        read(kafka, kafka.topics().messagesSealed());
    }

    private void read(KafkaConnectionConfig kafka, Topic<Sealed> topic) {
        var values = new AvroSerdes(kafka.registry()).of(topic).deserializer();
        try (Consumer<String, Sealed> consumer =
                new KafkaClients(kafka).consumer(new StringDeserializer(), values, Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> count(record.value()));
            }
        }
    }

    /** Counts one record. A record of other keys than those of this gateway is left out. */
    void count(Sealed record) {
        ByteBuffer content = record.getContent().duplicate();
        byte[] sealed = new byte[content.remaining()];
        content.get(sealed);
        Optional<byte[]> opened = opened(sealed, record.getName());
        if (isOfPatient(sealed, record.getName())) {
            if (opened.isPresent()) {
                readable++;
            } else {
                unreadable++;
            }
        } else if (opened.map(this::namesPatient).orElse(false)) {
            readable++;
        }
    }

    private Optional<byte[]> opened(byte[] sealed, String name) {
        try {
            return Optional.of(cipher.decrypt(sealed, name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isOfPatient(byte[] sealed, String name) {
        try {
            return cipher.patientOf(sealed, name).filter(pseudonyms::contains).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean namesPatient(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(number);
    }

    long unreadable() {
        return unreadable;
    }

    long readable() {
        return readable;
    }
}
