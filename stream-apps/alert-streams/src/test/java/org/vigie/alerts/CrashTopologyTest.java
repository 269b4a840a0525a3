package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.testing.story.WardStory;

/** Tests a crash after any record of the changelog: between the output of a record and the state, between states, within a flush. */
class CrashTopologyTest {
    private static final Map<String, Double> WELL = Map.of("hr", 70.0, "spo2", 97.0);
    private static final Map<String, Double> ILL = Map.of("hr", 145.0, "spo2", 84.0);

    private final List<CleanObservation> observations = new WardStory()
            .bed("1")
            .steady(5, WELL)
            .steady(18, ILL)
            .steady(18, WELL)
            .cleanObservations();
    private AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void whereverACrashCutsTheChangelogEachEntryIsWrittenWithTheSameHash() {
        // given
        alerts.tell(observations);
        Map<Long, String> hashes = hashes(alerts.ledger());
        List<KeyValue<String, byte[]>> changelog = alerts.changelog();

        for (int cut = 0; cut <= changelog.size(); cut++) {
            // when
            alerts = alerts.restartedFrom(changelog.subList(0, cut));
            alerts.tell(observations);

            // then
            assertThat(hashes(alerts.ledger())).as("cut after %s records", cut).isEqualTo(hashes);
        }
    }

    @Test
    void aRecordWithOutputReachesTheChangelogAtOnceItsOutputFirst() {
        // given
        alerts.tell(observations.subList(0, 10));
        alerts.ledger();
        alerts.changelog();

        // when
        alerts.tell(observations.subList(10, 11));

        // then
        assertThat(alerts.ledger()).hasSize(1);
        assertThat(alerts.changelog())
                .extracting(record -> record.key)
                .containsExactly("\u0001vigie.test.observations.clean-0-10", "stay-1");
    }

    /** Returns the hash of each entry by its sequence; an entry that is written twice must have one hash. */
    private static Map<Long, String> hashes(List<Alert> ledger) {
        Map<Long, String> hashes = new HashMap<>();
        for (Alert entry : ledger) {
            String other = hashes.put(entry.getSequence(), entry.getHash());
            assertThat(other == null || other.equals(entry.getHash()))
                    .as("entry %s has one hash", entry.getSequence())
                    .isTrue();
        }
        return hashes;
    }
}
