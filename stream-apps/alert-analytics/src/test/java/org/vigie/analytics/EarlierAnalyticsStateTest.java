package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.state.RecentAlarmsStateRecord;
import org.vigie.platform.state.StatePartStore;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.testing.state.ReleasedStateFiles;
import org.vigie.testing.state.ReleasedStateFiles.ReleasedStatePart;

/** Tests that the app goes on from the state that release 0.1.0 stored. That release wrote the files of this test. */
class EarlierAnalyticsStateTest {
    private static final ReleasedStateFiles FILES = new ReleasedStateFiles(EarlierAnalyticsStateTest.class, "state/");

    private final RecentAlarmsFormat format = new RecentAlarmsFormat();
    private AnalyticsTopologyDriver analytics;

    @BeforeEach
    void start() {
        analytics = AnalyticsTopologyDriver.after010(
                new Schema.Parser().parse(String.join("\n", FILES.lines("AlarmEpisode-0.1.0.avsc"))));
    }

    @AfterEach
    void close() {
        analytics.close();
    }

    @Test
    void afterAnUpgradeEpisodesAndLoadsGoOnAsTheEarlierReleaseWouldHavePublishedThem() {
        // given
        restore();

        // when
        new EarlierAnalyticsStory(analytics).playAfter();

        // then
        assertThat(analytics.published()).containsExactlyElementsOf(FILES.lines("published-after-0.1.0.tsv"));
    }

    @Test
    void theRecentAlarmsOfTheEarlierReleaseAreWrittenByFieldNameAndReadAgain() {
        // given
        byte[] positional = FILES.parts("recent-0.1.0.tsv").get(0).value();
        RecentAlarms recent = format.read(LoadStep.RECENT, "REA", positional);

        // when
        byte[] byName = format.write(recent);

        // then
        assertThat(StateRecordCodec.isEncoded(byName)).isTrue();
        assertThat(recent.flood()).isTrue();
        assertThat(format.read(LoadStep.RECENT, "REA", byName)).isEqualTo(recent);
    }

    @Test
    void everyReleasedSchemaIsUnchangedAndReadByTheNewest() {
        assertThat(RecentAlarmsFormat.SCHEMAS.problems(List.of(RecentAlarmsStateRecord.getClassSchema())))
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void restore() {
        var recent = (StatePartStore<RecentAlarms>) analytics.streams().getStateStore(LoadStep.RECENT);
        for (ReleasedStatePart part : FILES.parts("recent-0.1.0.tsv")) {
            recent.put(part.key(), format.read(LoadStep.RECENT, part.key(), part.value()));
        }
        KeyValueStore<String, AlarmEpisode> episodes = analytics.streams().getKeyValueStore(EpisodeStep.EPISODES);
        for (ReleasedStatePart part : FILES.parts("episodes-0.1.0.tsv")) {
            episodes.put(part.key(), analytics.episode(part.value()));
        }
    }
}
