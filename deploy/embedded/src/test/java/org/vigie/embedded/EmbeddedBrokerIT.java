package org.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.topic.TopicCatalogue;

/** Starts and stops brokers of its own: the broker itself is tested. */
class EmbeddedBrokerIT {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 2);
    private static final String TOPIC = TOPICS.observationsRaw().name();

    @TempDir
    Path directory;

    @Test
    void recordsOutliveARestartOnOtherPorts() throws Exception {
        // given
        try (var broker = EmbeddedBroker.start(directory)) {
            broker.createTopics(TOPICS);
            send(broker, "before");
        }

        // when
        try (var broker = EmbeddedBroker.start(directory)) {
            broker.createTopics(TOPICS);
            send(broker, "after");

            // then
            assertThat(TopicValues.values(broker.bootstrapServers(), TOPIC)).containsExactly("before", "after");
        }
    }

    @Test
    void theCataloguesTopicsAreCreatedOnce() throws Exception {
        try (var broker = EmbeddedBroker.start(directory)) {
            // when
            broker.createTopics(TOPICS);
            broker.createTopics(TOPICS);

            // then
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get())
                        .containsExactlyInAnyOrderElementsOf(
                                TOPICS.all().stream().map(topic -> topic.name()).toList());
            }
        }
    }

    @Test
    void aTakenPortIsReportedInOneSentence() throws Exception {
        // given
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            // then
            assertThatExceptionOfType(BrokerException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(directory, port, 0))
                    .withMessage("Port " + port + " on 127.0.0.1 is taken:"
                            + " stop the program that listens there, or choose another port.")
                    .extracting(BrokerException::code)
                    .isEqualTo(BrokerException.BrokerErrorCode.PORT_TAKEN);
        }
    }

    @Test
    void aDirectoryHoldsOneBroker() {
        try (var holder = EmbeddedBroker.start(directory)) {
            assertThat(holder.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatExceptionOfType(BrokerException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(directory))
                    .withMessageContaining("is in use by another broker: stop it")
                    .extracting(BrokerException::code)
                    .isEqualTo(BrokerException.BrokerErrorCode.DIRECTORY_IN_USE);
        }
    }

    @Test
    void aDamagedDirectoryIsReportedInOneSentence() throws Exception {
        // given
        Files.writeString(directory.resolve("meta.properties"), "what the disk left of it");

        // then
        assertThatExceptionOfType(BrokerException.class)
                .isThrownBy(() -> EmbeddedBroker.start(directory))
                .withMessageStartingWith("The broker cannot use the directory " + directory)
                .withMessageEndingWith("move it away to begin with an empty one.")
                .extracting(BrokerException::code)
                .isEqualTo(BrokerException.BrokerErrorCode.DIRECTORY_DAMAGED);
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsReportedInOneSentence() throws Exception {
        // given
        Path file = Files.createFile(directory.resolve("file"));

        // then
        assertThatExceptionOfType(BrokerException.class)
                .isThrownBy(() -> EmbeddedBroker.start(file))
                .extracting(BrokerException::code)
                .isEqualTo(BrokerException.BrokerErrorCode.DIRECTORY_DAMAGED);
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "REA/03", value)).get();
        }
    }
}
