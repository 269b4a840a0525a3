package org.vigie.analytics;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.vigie.platform.app.StreamsApp;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Builds the topology that turns ledger entries into alarm episodes and the load of each unit.
 * <pre>
 * alerts.ledger --- episode ---+--&gt; alarms.episodes
 *                              +--- by-unit --- load --&gt; alarms.load
 * </pre>
 */
public final class AnalyticsTopology {
    private final StreamsBuilder builder = new StreamsBuilder();
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;
    private final AnalyticsConfig config;

    public AnalyticsTopology(TopicCatalogue topics, AvroSerdes serdes, AnalyticsConfig config) {
        this.topics = topics;
        this.serdes = serdes;
        this.config = config;
    }

    public Topology build() {
        var episodes = episode(read(topics.alertsLedger()));
        send(episodes, topics.alarmsEpisodes());
        send(load(byUnit(episodes)), topics.alarmsLoad());
        return builder.build();
    }

    private KStream<String, Alert> read(Topic<Alert> topic) {
        return builder.stream(
                topic.name(), Consumed.with(Serdes.String(), serdes.of(topic)).withName(word(topic)));
    }

    private KStream<String, AlarmEpisode> episode(KStream<String, Alert> ledger) {
        var store = Stores.inMemoryKeyValueStore(EpisodeStep.EPISODES);
        builder.addStateStore(Stores.keyValueStoreBuilder(store, Serdes.String(), serdes.of(topics.alarmsEpisodes()))
                .withLoggingEnabled(StreamsApp.CHANGELOG));
        return ledger.process(EpisodeStep::new, Named.as("episode"), EpisodeStep.EPISODES);
    }

    private KStream<String, AlarmEpisode> byUnit(KStream<String, AlarmEpisode> episodes) {
        return episodes.selectKey((alert, episode) -> episode.getUnit(), Named.as("by-unit"))
                .repartition(Repartitioned.with(Serdes.String(), serdes.of(topics.alarmsEpisodes()))
                        .withName("episodes-by-unit")
                        .withNumberOfPartitions(topics.alarmsEpisodes().partitions()));
    }

    private KStream<String, AlarmLoad> load(KStream<String, AlarmEpisode> episodes) {
        var store = Stores.inMemoryKeyValueStore(LoadStep.RECENT);
        builder.addStateStore(Stores.keyValueStoreBuilder(store, Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(StreamsApp.CHANGELOG));
        return episodes.process(() -> new LoadStep(config), Named.as("load"), LoadStep.RECENT);
    }

    private <V extends SpecificRecord> void send(KStream<String, V> records, Topic<V> topic) {
        records.to(
                topic.name(), Produced.with(Serdes.String(), serdes.of(topic)).withName("to-" + word(topic)));
    }

    private static String word(Topic<?> topic) {
        return topic.name().replaceFirst("vigie\\.[^.]+\\.", "");
    }
}
