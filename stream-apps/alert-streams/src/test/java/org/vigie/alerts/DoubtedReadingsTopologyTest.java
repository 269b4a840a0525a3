package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests which readings and scores say that a bed is heard. */
class DoubtedReadingsTopologyTest extends StaySweeperStory {
    @Test
    void aRiskScoreGivesASilentBedNoLevel() {
        // given
        var told = new WardStory().bed("1").steady(40, WELL).cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        rounds(14);
        alerts.triage();

        // when
        alerts.tell(new RiskScoreStory("REA/1", "stay-1").scored(0.9, WardStory.START));
        rounds(20);

        // then
        assertThat(alerts.triage()).isNotEmpty().allSatisfy(triage -> {
            assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.UNKNOWN);
            assertThat(triage.getReasonsFr()).containsExactly("Plus aucune mesure");
        });
        alerts.tell(told.subList(30, 40));
        assertThat(alerts.triage())
                .first()
                .satisfies(triage -> assertThat(triage.getRisk()).isEqualTo(0.9));
    }

    @Test
    void whatTellsOnlyOfThePastKeepsNoBedFromBeingSilent() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .clock(Duration.ofDays(-9_500))
                .judged(CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER)
                .steady(200, WELL)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        alerts.triage();

        // when
        for (int round = 0; round < 30; round++) {
            alerts.tell(told.subList(30 + 5 * round, 35 + 5 * round));
            rounds(1);
        }

        // then
        assertThat(alerts.ledger()).extracting(Alert::getRule).contains("bed_silent");
        assertThat(alerts.triage()).last().returns(TriageLevelRecord.UNKNOWN, TriageAssessmentRecord::getLevel);
    }

    @Test
    void whatIsFilledInOrTakenBackGivesASilentBedNoLevel() {
        // given
        Map<String, Double> well = new HashMap<>(WELL);
        well.put("temp", 37.0);
        var filledIn = new WardStory()
                .bed("1")
                .steady(30, well)
                .withdraw("temp", 37.0)
                .silent(Duration.ofMinutes(2))
                .clock(Duration.ofHours(-1))
                .steady(1, Map.of("temp", 39.0))
                .cleanObservations();
        filledIn.get(31).getReadings().forEach(reading -> reading.setAsOf(reading.getMeasuredAt()));
        alerts.tell(bed("REA/1", null)).tell(filledIn.subList(0, 30));
        rounds(14);
        alerts.triage();

        // when
        alerts.tell(filledIn.subList(30, 32));
        rounds(20);

        // then
        assertThat(alerts.triage())
                .isNotEmpty()
                .allSatisfy(triage -> assertThat(triage.getReasonsFr()).containsExactly("Plus aucune mesure"));
        assertThat(AlertTopologyDriver.told(alerts.ledger())).contains("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aMonitorThatSendsOnlyDoubtedReadingsIsHeard() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .judged(CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE)
                .steady(200, WELL)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));

        // when
        for (int round = 0; round < 30; round++) {
            alerts.tell(told.subList(30 + 5 * round, 35 + 5 * round));
            rounds(1);
        }

        // then
        assertThat(alerts.ledger()).extracting(Alert::getRule).doesNotContain("bed_silent", "bed_unread");
    }

    @Test
    void aMonitorThatDiesAfterMinutesOfDoubtedReadingsIsMissed() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .judged(CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE)
                .steady(200, WELL)
                .cleanObservations();

        // when
        alerts.tell(bed("REA/1", null)).tell(told);
        rounds(14);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).contains("REA/1 bed_silent RAISED MEDIUM");
    }
}
