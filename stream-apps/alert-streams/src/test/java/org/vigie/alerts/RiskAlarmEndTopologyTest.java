package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests that the alarm of a predicted risk ends when no recent score shows the risk. */
class RiskAlarmEndTopologyTest {
    private static final Map<String, Double> WELL = Map.of("hr", 70.0, "spo2", 97.0);

    private final BedStory bed = new WardStory().bed("REA/1", "stay-1");
    private final RiskScoreStory model = new RiskScoreStory("REA/1", "stay-1");
    private final AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void aScoreWithoutAnIntervalEndsTheAlarm() {
        // given
        raise();

        // when
        alerts.tellAndPass(model.revision(2).unscored(ScoreStatus.UNAVAILABLE, "down", WardStory.START));

        // then
        assertThat(alerts.ledger()).singleElement().satisfies(RiskAlarmEndTopologyTest::isEnd);
    }

    @Test
    void theAlarmOfAnOldScoreEndsWhileReadingsGoOn() {
        // given
        raise();

        // when
        alerts.tell(bed.silent(Duration.ofHours(3)).steady(10, WELL).cleanObservations());

        // then
        assertThat(alerts.ledger()).singleElement().satisfies(RiskAlarmEndTopologyTest::isEnd);
    }

    @Test
    void theAlarmOfAnOldScoreEndsWhileNothingIsSent() {
        // given
        raise();

        // when
        alerts.pass(Duration.ofMinutes(179));
        alerts.pass(Duration.ofSeconds(5));
        List<Alert> before = alerts.ledger();
        alerts.pass(Duration.ofMinutes(2));
        alerts.pass(Duration.ofSeconds(5));

        // then
        assertThat(before).isEmpty();
        assertThat(alerts.ledger()).singleElement().satisfies(RiskAlarmEndTopologyTest::isEnd);
    }

    private void raise() {
        RiskScore score = model.revision(1).scored(0.7, WardStory.START);
        score.setLow(0.55);
        alerts.tell(bed.steady(10, WELL).cleanObservations()).tellAndPass(score);
        assertThat(alerts.ledger())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getRule()).isEqualTo("risk_high"));
    }

    private static void isEnd(Alert entry) {
        assertThat(entry.getRule()).isEqualTo("risk_high");
        assertThat(entry.getState()).isEqualTo(AlertStateRecord.CLEARED);
        assertThat(entry.getMessageEn()).startsWith("No recent score with an interval");
        assertThat(entry.getMessageFr()).startsWith("Aucun score récent avec son intervalle");
    }
}
