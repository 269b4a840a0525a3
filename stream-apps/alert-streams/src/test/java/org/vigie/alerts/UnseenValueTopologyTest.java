package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests that a value which comes seldom keeps its alarm when the name of the stay changes. */
class UnseenValueTopologyTest extends StaySweeperStory {
    private static final String CUFF_ALARM = "REA/1 cuff_map_low RAISED HIGH";

    @BeforeEach
    void useTheRulesWithACuff() {
        alerts.close();
        alerts = new AlertTopologyDriver(AlarmRuleCatalogue.adultIcu());
    }

    @Test
    void theAlarmOfACuffGoesOnUnderTheStayOfALateAdmission() {
        // given
        BedStory unknown = hypotensive("provisional-1");
        alerts.tell(new BedStays("REA/1", List.of()))
                .tell(unknown.cleanObservations().subList(0, 40));
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly(CUFF_ALARM);

        // when
        alerts.tell(bed("REA/1", null)).tell(attributed(unknown).subList(0, 40));
        alerts.tell(live(unknown).subList(40, 45));
        rounds(1);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsOnlyOnce(CUFF_ALARM);
    }

    @Test
    void theAlarmOfACuffThatComesWithASecondRoundOfAttributionIsRaised() {
        // given: the admission is told with a time after the cuff's value, and the readings after it are attributed
        BedStory unknown = hypotensive("provisional-1");
        alerts.tell(bed("REA/1", null)).tell(attributed(unknown).subList(35, 40));
        rounds(1);

        // when: its time is corrected
        alerts.tell(attributed(unknown).subList(0, 35));
        rounds(1);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly(CUFF_ALARM);
    }

    @Test
    void theAlarmOfAValueThatIsTakenBackByALateAttributedRecordEnds() {
        // given: the claim of the bed was cancelled for a moment when the cuff's value was taken back
        BedStory known = hypotensive("stay-1");
        List<CleanObservation> told = live(known);
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 40));
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly(CUFF_ALARM);
        CleanObservation takenBack = known.at(WardStory.START.plusSeconds(41))
                .withdrawn("nibp_mean", 50, WardStory.START.plusSeconds(30))
                .clean();
        takenBack.setAttributedFrom("provisional-1");

        // when
        alerts.tell(List.of(takenBack));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 cuff_map_low CLEARED HIGH");
    }

    @Test
    void theAlarmOfATransferThatWasEnteredLateNamesTheNewBed() {
        // given: the patient is known at REA/1, lies in REA/2 since second 20, and the cuff measures there
        List<CleanObservation> told = live(hypotensive("stay-1"));
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 20));
        List<CleanObservation> moved = attributed(hypotensive("provisional-2"));
        moved.forEach(observation -> observation.setBed("REA/2"));

        // when
        alerts.tell(bed("REA/1", WardStory.START.plusSeconds(20))).tell(bed("REA/2", null));
        alerts.tell(moved.subList(20, 40));
        rounds(1);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/2 cuff_map_low RAISED HIGH");
    }

    @Test
    void anEarlierReadingThatIsAttributedLateDoesNotMoveThePatientBack() {
        // given
        List<CleanObservation> told = live(hypotensive("stay-1"));
        told.forEach(observation -> observation.setBed("REA/2"));
        alerts.tell(bed("REA/2", null)).tell(told.subList(20, 30));

        // when
        alerts.tell(attributed(hypotensive("provisional-1")).subList(10, 20));
        alerts.tell(told.subList(30, 40));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/2 cuff_map_low RAISED HIGH");
        assertThat(alerts.triage())
                .isNotEmpty()
                .extracting(TriageAssessmentRecord::getBed)
                .containsOnly("REA/2");
    }

    @Test
    void aValueThatIsNoLongerFreshRaisesNoAlarm() {
        // given
        BedStory unknown = hypotensive("provisional-1");
        alerts.pass(Duration.ofHours(7));

        // when
        alerts.tell(bed("REA/1", null)).tell(attributed(unknown).subList(0, 40));
        rounds(3);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).doesNotContain(CUFF_ALARM);
    }

    @Test
    void theAlarmOfACuffIsRaisedAgainWhenADischargeIsTakenBack() {
        // given
        alerts.tell(bed("REA/1", null)).tell(live(hypotensive("stay-1")).subList(0, 40));
        alerts.tell(bed("REA/1", WardStory.START.plusSeconds(40)));
        rounds(3);
        assertThat(AlertTopologyDriver.told(alerts.ledger()))
                .containsExactly(CUFF_ALARM, "REA/1 cuff_map_low CLEARED HIGH");

        // when
        alerts.tell(bed("REA/1", null));
        rounds(3);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly(CUFF_ALARM);
    }

    @Test
    void aCuffThatMeasuredDuringAMistakenDischargeRaisesItsAlarmAfterwards() {
        // given
        List<CleanObservation> told = live(hypotensive("stay-1"));
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 20));
        alerts.tell(bed("REA/1", WardStory.START.plusSeconds(20)));
        rounds(3);
        alerts.tell(told.subList(20, 40));
        assertThat(alerts.ledger()).isEmpty();

        // when
        alerts.tell(bed("REA/1", null));
        rounds(3);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly(CUFF_ALARM);
    }

    /** A calm patient whose cuff measures a low mean pressure once, after half a minute. */
    private static BedStory hypotensive(String stay) {
        Map<String, Double> cuff = new HashMap<>(WELL);
        cuff.put("nibp_mean", 50.0);
        return new WardStory()
                .bed("REA/1", stay)
                .steady(30, WELL)
                .steady(1, cuff)
                .steady(20, WELL);
    }

    private static List<CleanObservation> attributed(BedStory story) {
        List<CleanObservation> attributed = live(story);
        attributed.forEach(observation -> observation.setAttributedFrom("provisional-1"));
        return attributed;
    }

    private static List<CleanObservation> live(BedStory story) {
        List<CleanObservation> live = new ArrayList<>(story.cleanObservations());
        live.forEach(observation -> observation.setStay("stay-1"));
        return live;
    }
}
