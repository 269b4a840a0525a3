package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests that a risk score is in force from its place among the records of the broker, whenever it is read. */
class ScoreOrderTopologyTest {
    private static final int SECONDS = 120;

    private final List<CleanObservation> told = new WardStory()
            .bed("1")
            .steady(60, Map.of(VariableNames.SPO2, 97.0, VariableNames.HR, 82.0))
            .steady(60, Map.of(VariableNames.SPO2, 93.0, VariableNames.HR, 120.0))
            .cleanObservations();
    private final List<RiskScore> scores = List.of(score(1, 0.62, 20), score(2, 0.7, 75));

    @Test
    void theSameRecordsGiveTheSameDecisionsInWhateverOrderScoresAndReadingsAreRead() {
        // given
        List<Object> inOrder = decisions(new int[] {20, 75});
        // when
        List<Object> scoresFirst = decisions(new int[] {0, 0});
        List<Object> scoresSomewhatEarly = decisions(new int[] {10, 50});
        // then
        assertThat(inOrder).filteredOn(TriageAssessmentRecord.class::isInstance).hasSize(3);
        assertThat(scoresFirst).isEqualTo(inOrder);
        assertThat(scoresSomewhatEarly).isEqualTo(inOrder);
    }

    @Test
    void aScoreOfAStayThatSendsNothingMoreIsInForceOnceAllReadingsBeforeItAreProcessed() {
        try (var alerts = new AlertTopologyDriver()) {
            // given
            alerts.tell(told.subList(0, 30)).readUpTo(WardStory.at(30)).tell(score(1, 0.62, 40));
            alerts.triage();
            // when
            alerts.pass(Duration.ofSeconds(45));
            List<TriageAssessmentRecord> unread = alerts.triage();
            alerts.readAll().pass(Duration.ofSeconds(5));
            // then
            assertThat(unread).isEmpty();
            assertThat(alerts.triage())
                    .singleElement()
                    .satisfies(triage -> assertThat(triage.getRisk()).isEqualTo(0.62));
        }
    }

    @Test
    void aScoreDecidesBeforeTheSilenceThatIsNoticedInTheSameSweep() {
        try (var alerts = new AlertTopologyDriver()) {
            // given
            alerts.tell(told.subList(0, 30)).tell(score(1, 0.62, 40));
            alerts.triage();
            // when
            alerts.pass(Duration.ofMinutes(5));
            // then
            assertThat(alerts.triage())
                    .extracting(TriageAssessmentRecord::getLevel, TriageAssessmentRecord::getRisk)
                    .containsExactly(tuple(TriageLevelRecord.TRI_2, 0.62), tuple(TriageLevelRecord.UNKNOWN, null));
        }
    }

    @Test
    void aScoreThatWaitsIsThereAgainAfterACrash() {
        // given
        var alerts = new AlertTopologyDriver();
        alerts.tell(told.subList(0, 10)).tell(score(1, 0.62, 40));
        // when
        try (var restarted = alerts.restarted(alerts.stored())) {
            restarted.tell(told.subList(30, 60));
            // then
            assertThat(restarted.triage())
                    .last()
                    .satisfies(triage -> assertThat(triage.getRisk()).isEqualTo(0.62));
        }
    }

    /** Returns triage and ledger when the scores are read before these observations. The times of processing are left out. */
    private List<Object> decisions(int[] readBefore) {
        try (var alerts = new AlertTopologyDriver()) {
            for (int i = 0; i < SECONDS; i++) {
                for (int score = 0; score < readBefore.length; score++) {
                    if (readBefore[score] == i) {
                        alerts.tell(scores.get(score));
                    }
                }
                alerts.tell(told.subList(i, i + 1));
            }
            List<Object> decisions = new ArrayList<>(alerts.triage());
            alerts.ledger().stream().map(Alert::getRule).forEach(decisions::add);
            return decisions;
        }
    }

    private static RiskScore score(long revision, double probability, int second) {
        RiskScore score =
                new RiskScoreStory("REA/1", "stay-1").revision(revision).scored(probability, WardStory.START);
        score.setScoredAt(WardStory.at(second));
        return score;
    }
}
