package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

/** Tests that the app goes on from the state that release 0.1.0 stored. That release wrote the files of this test. */
class EarlierReleaseStateTest {
    private final RecentAlarmsFormat format = new RecentAlarmsFormat();
    private AnalyticsTopologyDriver analytics;

    @BeforeEach
    void start() throws IOException {
        analytics = AnalyticsTopologyDriver.after010(
                new Schema.Parser().parse(String.join("\n", lines("AlarmEpisode-0.1.0.avsc"))));
    }

    @AfterEach
    void close() {
        analytics.close();
    }

    @Test
    void afterAnUpgradeEpisodesAndLoadsGoOnAsTheEarlierReleaseWouldHavePublishedThem() throws IOException {
        // given
        restore();

        // when
        new EarlierReleaseStory(analytics).playAfter();

        // then
        assertThat(analytics.published()).containsExactlyElementsOf(lines("published-after-0.1.0.tsv"));
    }

    @Test
    void theRecentAlarmsOfTheEarlierReleaseAreWrittenByFieldNameAndReadAgain() throws IOException {
        // given
        byte[] positional = stored("recent").get(0).value();
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

    /** One part of the stored state. */
    private record StoredPart(String key, byte[] value) {}

    @SuppressWarnings("unchecked")
    private void restore() throws IOException {
        var recent = (StatePartStore<RecentAlarms>) analytics.streams().getStateStore(LoadStep.RECENT);
        for (StoredPart part : stored("recent")) {
            recent.put(part.key(), format.read(LoadStep.RECENT, part.key(), part.value()));
        }
        KeyValueStore<String, AlarmEpisode> episodes = analytics.streams().getKeyValueStore(EpisodeStep.EPISODES);
        for (StoredPart part : stored("episodes")) {
            episodes.put(part.key(), analytics.episode(part.value()));
        }
    }

    /** Returns the parts of a store, with the values in hexadecimal digits. */
    private static List<StoredPart> stored(String store) throws IOException {
        return lines(store + "-0.1.0.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new StoredPart(cells[0], HexFormat.of().parseHex(cells[1])))
                .toList();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream text = EarlierReleaseStateTest.class.getResourceAsStream("state/" + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
