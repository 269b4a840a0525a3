package org.vigie.embedded;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Runs a broker in a JVM of its own that a test can kill. Writes rising numbers into a topic and prints each number
 * that the broker has acknowledged.
 */
final class ChildBroker {
    private ChildBroker() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]));
        kafka.createTopics(TopicCatalogue.in("ward", 1));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int number = 0; ; number++) {
                producer.send(new ProducerRecord<>(arguments[1], 0, "REA/03", Integer.toString(number)))
                        .get();
                out.println("acknowledged " + number);
            }
        }
    }
}
