package org.vigie.platform.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.state.StateFormat;
import org.vigie.platform.state.StatePartStoreBuilder;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/**
 * Builds the steps that every topology repeats. A source is named after its topic ({@code observations.raw}), a sink too
 * ({@code to-observations.clean}), both without the namespace.
 */
public final class TopologySteps {
    private static final String COMPACTION_LAG_MS = "3600000";

    private final StreamsBuilder builder;
    private final AvroSerdes serdes;
    private boolean logged = true;

    public TopologySteps(StreamsBuilder builder, AvroSerdes serdes) {
        this.builder = builder;
        this.serdes = serdes;
    }

    /** Leaves out the changelog topics of all stores that are added from now on. Their state is lost with the process. */
    public void withoutChangelogs() {
        logged = false;
    }

    /** Reads a topic. */
    public <V extends SpecificRecord> KStream<String, V> read(Topic<V> topic) {
        return builder.stream(
                topic.name(), Consumed.with(Serdes.String(), serdes.of(topic)).withName(stepName(topic)));
    }

    /** Sends records to a topic. */
    public <V extends SpecificRecord> void send(KStream<String, V> records, Topic<V> topic) {
        records.to(
                topic.name(), Produced.with(Serdes.String(), serdes.of(topic)).withName("to-" + stepName(topic)));
    }

    /** Adds a store in memory with a changelog topic. */
    public <V> void addStore(String name, Serde<V> values) {
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values);
        builder.addStateStore(logged ? store.withLoggingEnabled(StreamsApp.CHANGELOG) : store.withLoggingDisabled());
    }

    /** Adds a store of objects in memory with a changelog topic. A crash within a flush is repaired before the older parts are compacted. */
    public <V> void addStore(String name, StateFormat<V> format) {
        Map<String, String> changelog = new HashMap<>(StreamsApp.CHANGELOG);
        changelog.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, COMPACTION_LAG_MS);
        var store = new StatePartStoreBuilder<>(name, format);
        builder.addStateStore(logged ? store.withLoggingEnabled(changelog) : store.withLoggingDisabled());
    }

    /** Returns the name of a topic without its namespace. */
    public String stepName(Topic<?> topic) {
        return topic.name().replaceFirst("vigie\\.[^.]+\\.", "");
    }
}
