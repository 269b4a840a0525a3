package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmCommandRefusalRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.testing.story.WardStory;

/** Tests the whole way of the saturation scale of NEWS2 from the command to the triage. */
class SaturationScaleTopologyTest {
    /** A saturation of 90 % on air has 3 points on scale 1, and none on scale 2. */
    private static final Map<String, Double> HYPERCAPNIC = Map.of(
            "hr", 70.0, "spo2", 90.0, "rr", 15.0, "nibp_sys", 120.0, "temp", 37.0, "gcs_total", 15.0, "fio2", 21.0);

    private final List<CleanObservation> told =
            new WardStory().bed("REA/1", "stay-1").steady(60, HYPERCAPNIC).cleanObservations();
    private AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void scale2IsUsedFromTheCommandUntilTheTransfer() {
        // given
        alerts.tell(told.subList(0, 5));
        assertThat(newestTriage().getNews2High()).isEqualTo(3);

        // when
        alerts.ask(command("physician", "2"));

        // then
        assertThat(newestTriage().getNews2High()).isZero();
        alerts.tell(told.subList(5, 30)).tell(elsewhere(told.subList(30, 31)));
        TriageAssessmentRecord after = newestTriage();
        assertThat(after.getNews2Scale()).isEqualTo(1);
        assertThat(after.getNews2High()).isEqualTo(3);
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsSubsequence(AlertStateRecord.NEWS2_SCALE_SET, AlertStateRecord.NEWS2_SCALE_EXPIRED);
    }

    @Test
    void theTriageNamesItsScaleAndTheLedgerNamesThePersonAndTheReason() {
        // given
        alerts.tell(told.subList(0, 5));

        // when
        alerts.ask(command("physician", "2"));

        // then
        assertThat(newestTriage().getNews2Scale()).isEqualTo(2);
        assertThat(alerts.ledger()).last().satisfies(entry -> {
            assertThat(entry.getState()).isEqualTo(AlertStateRecord.NEWS2_SCALE_SET);
            assertThat(entry.getCommand().getBy()).isEqualTo("n-1");
            assertThat(entry.getCommand().getReason()).isEqualTo("hypercapnic failure");
            assertThat(entry.getMessageFr()).contains("échelle 2");
        });
    }

    @Test
    void aNurseIsRefusedAndTheScaleStays() {
        // given
        alerts.tell(told.subList(0, 5));

        // when
        alerts.ask(command("nurse", "2"));

        // then
        assertThat(alerts.ledger())
                .last()
                .satisfies(entry -> assertThat(entry.getRefusal()).isEqualTo(AlarmCommandRefusalRecord.NO_RIGHT));
        assertThat(newestTriage().getNews2Scale()).isEqualTo(1);
    }

    @Test
    void afterARestartTheScaleIsStillInForce() {
        // given
        alerts.tell(told.subList(0, 5));
        alerts.ask(command("physician", "2"));

        // when
        alerts = alerts.restarted(alerts.stored());
        alerts.tell(told.subList(5, 6)).tell(elsewhere(told.subList(6, 7)));

        // then
        assertThat(alerts.ledger()).extracting(Alert::getState).contains(AlertStateRecord.NEWS2_SCALE_EXPIRED);
    }

    @Test
    void aScaleForAStayThatHasEndedShowsNoLevel() {
        // given
        alerts.tell(AlertTopologyDriver.stays("stay-1", "REA/1", null)).tell(told.subList(0, 5));
        alerts.tell(AlertTopologyDriver.stays("stay-1", "REA/1", WardStory.START.plusSeconds(5)));
        for (int sweep = 0; sweep < 3; sweep++) {
            alerts.pass(Duration.ofSeconds(5));
        }
        assertThat(newestTriage().getReasonsEn()).containsExactly("Stay ended");

        // when
        alerts.ask(command("physician", "2"));

        // then
        assertThat(alerts.triage()).isEmpty();
    }

    private TriageAssessmentRecord newestTriage() {
        List<TriageAssessmentRecord> triage = alerts.triage();
        return triage.get(triage.size() - 1);
    }

    private static List<CleanObservation> elsewhere(List<CleanObservation> told) {
        return told.stream()
                .map(each -> CleanObservation.newBuilder(each).setBed("REA/2").build())
                .toList();
    }

    private static AlarmCommandRecord command(String role, String scale) {
        Instant at = WardStory.START.plusSeconds(4).plusMillis(7);
        return AlarmCommandRecord.newBuilder()
                .setCommand("c-1")
                .setStay("stay-1")
                .setKind(CommandTypeRecord.SET_NEWS2_SCALE)
                .setBy("n-1")
                .setRole(role)
                .setAt(at)
                .setReason("hypercapnic failure")
                .setArguments(Map.of("scale", scale))
                .build();
    }
}
