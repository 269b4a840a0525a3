package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests the episodes and the load that the topology publishes. */
class AnalyticsTopologyTest {
    private static final BedStory BED = new WardStory().bed("REA/03", "stay-1");

    private final AnalyticsTopologyDriver analytics = new AnalyticsTopologyDriver();

    @AfterEach
    void close() {
        analytics.close();
    }

    @Test
    void anAlarmIsOneEpisodeThatGrowsAndOneCall() {
        // when
        analytics.send(BED.alert("a").entry(AlertStateRecord.RAISED, WardStory.at(15)));
        analytics.send(BED.alert("a").entry(AlertStateRecord.ACKNOWLEDGED, WardStory.at(40)));
        analytics.send(BED.alert("a").entry(AlertStateRecord.CLEARED, WardStory.at(60)));

        // then
        List<AlarmEpisode> published = analytics.episodes();
        assertThat(published).hasSize(3);
        assertThat(published.get(2).getAcknowledgedAt()).isEqualTo(WardStory.at(40));
        assertThat(published.get(2).getClearedAt()).isEqualTo(WardStory.at(60));
        assertThat(analytics.loads()).singleElement().satisfies(load -> {
            assertThat(load.key).isEqualTo("REA");
            assertThat(load.value.getLast10Minutes()).isEqualTo(1);
            assertThat(load.value.getPerNurse()).isEqualTo(10.0 / 120 / 2);
        });
    }

    @Test
    void theLoadFallsAsTimeGoesOn() {
        // given
        analytics.send(BED.alert("a").entry(AlertStateRecord.RAISED, WardStory.at(15)));

        // when
        analytics.pass(Duration.ofMinutes(11));
        analytics.pass(Duration.ofMinutes(111));

        // then
        assertThat(analytics.loads())
                .extracting(load -> load.value.getLast10Minutes(), load -> load.value.getLast120Minutes())
                .startsWith(tuple(1, 1))
                .endsWith(tuple(0, 0));
    }

    @Test
    void theDrawingIsTheTopology() {
        assertThat(new AnalyticsTopology(
                                AnalyticsTopologyDriver.TOPICS,
                                new AvroSerdes(new MockSchemaRegistryClient()),
                                AnalyticsConfig.defaults())
                        .build()
                        .describe()
                        .toString())
                .contains("test.alerts.ledger", "episode", "by-unit", "load", "to-alarms.episodes", "to-alarms.load");
    }
}
