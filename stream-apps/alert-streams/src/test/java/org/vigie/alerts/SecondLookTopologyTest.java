package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.WardStory;

/** Tests the shipped triage model beside the rules. */
class SecondLookTopologyTest {
    private static final SecondOpinionProvider MODEL = SecondOpinionProvider.shipped();
    private static final Map<String, Double> WELL =
            Map.of("hr", 70.0, "spo2", 97.0, "rr", 16.0, "abp_sys", 120.0, "abp_mean", 85.0, "temp", 37.0);
    private static final Map<String, Double> ILL =
            Map.of("hr", 135.0, "spo2", 82.0, "rr", 34.0, "abp_sys", 75.0, "abp_mean", 48.0, "temp", 39.4);

    private final AlertTopologyDriver alerts = new AlertTopologyDriver(MODEL);

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void aSecondLookStandsBesideTheLevelAndChangesNeitherLevelNorAlarm() {
        // given
        var told = new WardStory().bed("1").steady(50, WELL).steady(50, ILL).cleanObservations();

        // when
        alerts.tell(told);
        List<TriageAssessmentRecord> withModel = alerts.triage();

        // then
        assertThat(withModel).allSatisfy(triage -> {
            assertThat(triage.getSecondLook().getLevel()).isBetween(1, 5);
            assertThat(triage.getSecondLook().getProbabilities()).hasSize(5);
            assertThat(triage.getSecondLook().getModel()).startsWith("triage-ktas/1@");
        });
        assertThat(urgent(withModel.get(1))).isGreaterThan(urgent(withModel.get(0)));
        try (var rulesAlone = new AlertTopologyDriver()) {
            rulesAlone.tell(told);
            assertThat(rulesAlone.triage())
                    .extracting(TriageAssessmentRecord::getLevel)
                    .isEqualTo(withModel.stream()
                            .map(TriageAssessmentRecord::getLevel)
                            .toList());
            assertThat(rulesAlone.ledger())
                    .extracting(Alert::getHash)
                    .isNotEmpty()
                    .isEqualTo(alerts.ledger().stream().map(Alert::getHash).toList());
        }
    }

    @Test
    void itKnowsAgeAndSexFromTheAdmissionAndSaysSoWhereNobodyWasAdmitted() {
        // given
        var told = new WardStory().bed("1").steady(51, WELL).steady(10, ILL).cleanObservations();
        alerts.tell(told.subList(0, 50));
        TriageAssessmentRecord stranger = alerts.triage().get(0);

        // when
        BedStays admitted = AlertTopologyDriver.stays("stay-1", "REA/1", null);
        admitted.getStays().get(0).setAge(81.0);
        admitted.getStays().get(0).setSex(AdministrativeSexRecord.FEMALE);
        alerts.tell(admitted);
        alerts.pass(Duration.ofSeconds(5));
        alerts.tell(told.subList(50, 61));

        // then
        assertThat(stranger.getSecondLook().getNotesFr()).contains("Âge ou sexe inconnu");
        assertThat(alerts.triage().get(0).getSecondLook().getNotesFr()).doesNotContain("Âge ou sexe inconnu");
    }

    @Test
    void withTooLittleToGoByItSaysWhatIsMissing() {
        // given
        Map<String, Double> values = new HashMap<>(ILL);
        values.keySet().removeAll(List.of("hr", "temp"));

        // when
        alerts.tell(new WardStory().bed("1").steady(10, values).cleanObservations());

        // then
        TriageAssessmentRecord triage = alerts.triage().get(0);
        assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.TRI_1);
        assertThat(triage.getSecondLook().getLowEvidence()).isTrue();
        assertThat(triage.getSecondLook().getNotesFr()).contains("Trop peu de données pour juger", "Manque : FC, T");
        assertThat(triage.getSecondLook().getNotesEn()).contains("Missing: HR, BT");
    }

    @Test
    void whereTheRulesKnowTooLittleThereIsNoSecondLookEither() {
        // when
        alerts.tell(new WardStory()
                .bed("1")
                .steady(10, Map.of("hr", 70.0, "temp", 37.0, "abp_sys", 120.0))
                .cleanObservations());

        // then
        assertThat(alerts.triage()).singleElement().satisfies(triage -> {
            assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.UNKNOWN);
            assertThat(triage.getSecondLook()).isNull();
        });

        // when
        alerts.pass(Duration.ofMinutes(2));

        // then
        assertThat(alerts.triage())
                .allSatisfy(triage -> assertThat(triage.getSecondLook()).isNull());
    }

    private static double urgent(TriageAssessmentRecord triage) {
        List<Double> probabilities = triage.getSecondLook().getProbabilities();
        return probabilities.get(0) + probabilities.get(1);
    }
}
