package org.vigie.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.story.WardStory;

class ComparisonTableTest {
    private final ComparisonTable table = new ComparisonTable();
    private final Alert alert = new WardStory().bed("REA/1", "s1").alert("a1").raised();
    private ComparedStream<Alert> alerts;

    @BeforeEach
    @SuppressWarnings("unchecked") // the stream of this kind holds alerts
    void findTheStreamOfAlerts() {
        alerts = (ComparedStream<Alert>) new ComparedStreams(TopicCatalogue.in("study-1", 1))
                .all().stream()
                        .filter(stream -> stream.kind().equals("alerts"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void equalRecordsLeaveOnlyTheirDigest() {
        // when
        table.same(alerts, alert);

        // then
        assertThat(table.result().isEqual()).isTrue();
        assertThat(table.result().differences()).isEmpty();
        assertThat(table.result().records()).containsEntry("alerts", 1L);
    }

    @Test
    void twoDifferencesOfOneHourDoNotCancelEachOther() {
        // given
        Alert other = new WardStory().bed("REA/1", "s1").alert("a2").raised();

        // when
        table.differ(alerts, alert, other, "alerts.ledger-0-1", "alert: recorded a1, computed a2");
        table.differ(alerts, other, alert, "alerts.ledger-0-2", "alert: recorded a2, computed a1");

        // then
        assertThat(table.result().different()).isEqualTo(2);
        assertThat(table.result().digests().values()).noneMatch(HourDigest::isEqual);
        assertThat(table.result().differences().get(0).text()).isEqualTo("alert: ward a1, replay a2");
    }

    @Test
    void aRecordOfOneSideSaysWhichSideLacksIt() {
        // when
        table.onlyWard(alerts, alert, "alerts.ledger-0-1");
        table.onlyReplay(alerts, alert, "vigie.study-1.alerts.ledger");

        // then
        assertThat(table.result().differences())
                .extracting(FoundDifference::text)
                .containsExactlyInAnyOrder("the replay has no such record", "the ward has no such record");
    }

    @Test
    void tenThousandDifferencesAreKeptAndAllAreCounted() {
        // when
        for (int i = 0; i < 10_001; i++) {
            table.onlyWard(alerts, alert, "place " + i);
        }

        // then
        assertThat(table.result().differences()).hasSize(10_000);
        assertThat(table.result().different()).isEqualTo(10_001);
    }

    @Test
    void recordsThatCannotBeReadAreCountedAndNoDifference() {
        // when
        table.unreadable();

        // then
        assertThat(table.result().unreadable()).isEqualTo(1);
        assertThat(table.result().different()).isZero();
    }
}
