package org.vigie.vitals;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.story.WardStory;

/** Runs the topology in the test driver. The broker's clock is a second ahead of the ward's clock for every record. */
final class VitalsTopologyDriver implements AutoCloseable {
    static final TopicCatalogue TOPICS = TopicCatalogue.in("test", 1);

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Observation> raw;
    private final TestInputTopic<String, BedStays> stays;
    private final TestOutputTopic<String, CleanObservation> clean;
    private final TestOutputTopic<String, RejectedReading> rejected;

    VitalsTopologyDriver(CleaningMemoryConfig memory) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "vitals-test");
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        driver = new TopologyTestDriver(new VitalsTopology(TOPICS, serdes, memory).build(), properties);
        raw = input(TOPICS.observationsRaw());
        stays = input(TOPICS.staysCurrent());
        clean = output(TOPICS.observationsClean());
        rejected = output(TOPICS.observationsRejected());
    }

    /** Sends the whole story, its stays first. */
    void tell(WardStory ward) {
        ward.stays().forEach(this::tell);
        ward.observations().forEach(this::tell);
    }

    void tell(BedStays bed) {
        stays.pipeInput(bed.getBed(), bed);
    }

    void tell(Observation observation, Instant publishedAt) {
        raw.pipeInput(observation.getBed(), observation, publishedAt);
    }

    /** Sends a record as the gateway does when its code was mapped later. */
    void tellLate(Observation observation) {
        tell(observation, new RecordHeaders().add(TopicCatalogue.BACKFILLED, new byte[0]));
    }

    /** Sends a reading as the gateway does after it has written the bed. */
    void tellOfKnownBed(Observation observation) {
        tell(observation, new RecordHeaders().add(TopicCatalogue.BED_KNOWN, new byte[0]));
    }

    void tell(Observation observation, Headers headers) {
        raw.pipeInput(new TestRecord<>(observation.getBed(), observation, headers, publishedAt(observation)));
    }

    void tell(Observation observation) {
        tell(observation, publishedAt(observation));
    }

    static Instant publishedAt(Observation observation) {
        return observation.getReceivedTime().plusSeconds(1);
    }

    List<CleanObservation> clean() {
        return clean.readValuesToList();
    }

    List<TestRecord<String, CleanObservation>> cleanRecords() {
        return clean.readRecordsToList();
    }

    List<RejectedReading> rejected() {
        return rejected.readValuesToList();
    }

    List<TestRecord<String, RejectedReading>> rejectedRecords() {
        return rejected.readRecordsToList();
    }

    void pass(Duration wallClock) {
        driver.advanceWallClockTime(wallClock);
    }

    /** Returns the sum of a counter over its tags. */
    double counted(String reason) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals("stream-clean-metrics"))
                .filter(metric -> metric.getKey().name().equals(reason + "-total"))
                .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), Serdes.String().serializer(), serdes.of(topic).serializer());
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), Serdes.String().deserializer(), serdes.of(topic).deserializer());
    }
}
