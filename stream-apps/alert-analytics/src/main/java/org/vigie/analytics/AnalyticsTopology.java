package org.vigie.analytics;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.vigie.platform.topology.TopologySteps;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
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
    private final TopologySteps steps;
    private final AnalyticsConfig config;

    public AnalyticsTopology(TopicCatalogue topics, AvroSerdes serdes, AnalyticsConfig config) {
        this.topics = topics;
        this.serdes = serdes;
        this.steps = new TopologySteps(builder, serdes);
        this.config = config;
    }

    public Topology build() {
        var episodes = episode(steps.read(topics.alertsLedger()));
        steps.send(episodes, topics.alarmsEpisodes());
        steps.send(load(byUnit(episodes)), topics.alarmsLoad());
        return builder.build();
    }

    private KStream<String, AlarmEpisode> episode(KStream<String, Alert> ledger) {
        steps.addStore(EpisodeStep.EPISODES, serdes.of(topics.alarmsEpisodes()));
        return ledger.process(EpisodeStep::new, Named.as("episode"), EpisodeStep.EPISODES);
    }

    private KStream<String, AlarmEpisode> byUnit(KStream<String, AlarmEpisode> episodes) {
        return episodes.selectKey((alert, episode) -> episode.getUnit(), Named.as("by-unit"))
                .repartition(Repartitioned.with(Serdes.String(), serdes.of(topics.alarmsEpisodes()))
                        .withName("episodes-by-unit")
                        .withNumberOfPartitions(topics.alarmsEpisodes().partitions()));
    }

    private KStream<String, AlarmLoad> load(KStream<String, AlarmEpisode> episodes) {
        steps.addStore(LoadStep.RECENT, new RecentAlarmsFormat());
        return episodes.process(() -> new LoadStep(config), Named.as("load"), LoadStep.RECENT);
    }
}
