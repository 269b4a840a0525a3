package org.vigie.training.cohort;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.vigie.risk.window.WindowConfig;
import org.vigie.risk.window.WindowFunction;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Window;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsTopology;

/**
 * Runs the steps from observations.raw to windows.hourly in the engines' own test drivers: identify, clean, impute,
 * window.
 */
final class LivePipeline implements AutoCloseable {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("test", 1);

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final TopologyTestDriver vitals;
    private final TestInputTopic<String, BedStays> stays;
    private final TestInputTopic<String, Observation> raw;
    private final TestOutputTopic<String, CleanObservation> clean;
    private final KeyedTwoInputStreamOperatorTestHarness<String, CleanObservation, Stay, Window> risk;

    LivePipeline() throws Exception {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "live-path");
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        vitals = new TopologyTestDriver(
                new VitalsTopology(TOPICS, serdes, CleaningMemoryConfig.defaults()).build(), properties);
        stays = vitals.createInputTopic(
                TOPICS.staysCurrent().name(),
                Serdes.String().serializer(),
                serdes.of(TOPICS.staysCurrent()).serializer());
        raw = vitals.createInputTopic(
                TOPICS.observationsRaw().name(),
                Serdes.String().serializer(),
                serdes.of(TOPICS.observationsRaw()).serializer());
        clean = vitals.createOutputTopic(
                TOPICS.observationsClean().name(),
                Serdes.String().deserializer(),
                serdes.of(TOPICS.observationsClean()).deserializer());
        risk = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WindowFunction(WindowConfig.defaults())),
                CleanObservation::getStay,
                Stay::getStay,
                Types.STRING);
        risk.open();
        risk.processWatermarkStatus2(WatermarkStatus.IDLE);
    }

    void admit(Stay stay) throws Exception {
        stays.pipeInput(stay.getBed(), new BedStays(stay.getBed(), List.of(stay)));
        risk.processElement2(new StreamRecord<>(stay));
    }

    /** The broker takes it a second after the gateway did. */
    void observe(Observation observation) {
        raw.pipeInput(
                observation.getBed(), observation, observation.getReceivedTime().plusSeconds(1));
    }

    /** The windows sent since the last look, once event time has gone on so far that all that was observed is in them. */
    List<Window> until(Instant now) throws Exception {
        for (CleanObservation kept : clean.readValuesToList()) {
            risk.processElement1(new StreamRecord<>(kept));
        }
        risk.processWatermark1(new Watermark(now.plus(Duration.ofMinutes(10)).toEpochMilli()));
        List<Window> windows = new ArrayList<>(risk.extractOutputValues());
        risk.getOutput().clear();
        return windows;
    }

    @Override
    public void close() {
        vitals.close();
        try {
            risk.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
