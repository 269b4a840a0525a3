package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests the drawing of the topology and the alarms and triage levels that it writes. */
class AlertTopologyTest extends AlertTopologyStory {
    private final RiskScoreStory scores = new RiskScoreStory("REA/1", "stay-1");

    @Test
    void theDrawingIsTheOneInTheGoldenFile() throws IOException {
        // given
        var serdes = new AvroSerdes(new MockSchemaRegistryClient());

        // when
        var topology = new AlertTopology(AlertTopologyDriver.TOPICS, serdes, StayWatchConfig.defaults()).build();

        // then
        assertThat(topology.describe()).hasToString(golden("alert-topology.txt"));
    }

    @Test
    void oneAlertPerEpisodeOnTheRightBedsAndNoneElsewhere() {
        // given
        List<List<CleanObservation>> beds = new ArrayList<>();
        for (int bed = 1; bed <= 24; bed++) {
            beds.add(new WardStory()
                    .bed("" + bed)
                    .steady(30, WELL)
                    .steady(60, bed <= 12 ? DESATURATED : WELL)
                    .steady(40, WELL)
                    .cleanObservations());
        }

        for (int second = 0; second < 130; second++) {
            for (var bed : beds) {
                alerts.tell(List.of(bed.get(second)));
            }
        }

        // when
        List<Alert> ledger = alerts.ledger();

        // then
        assertThat(ledger).hasSize(24).allMatch(alert -> alert.getRule().equals("spo2_low"));
        assertThat(raised(ledger)).extracting(Alert::getAlert).doesNotHaveDuplicates();
        assertThat(raised(ledger))
                .extracting(Alert::getBed)
                .containsExactlyInAnyOrder(
                        "REA/1", "REA/2", "REA/3", "REA/4", "REA/5", "REA/6", "REA/7", "REA/8", "REA/9", "REA/10",
                        "REA/11", "REA/12");
    }

    @Test
    void anAlertSaysWhatRaisedItAndWhen() {
        // when
        alerts.tell(new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(20, DESATURATED)
                .cleanObservations());

        // then
        assertThat(alerts.ledger()).singleElement().satisfies(alert -> {
            assertThat(alert.getOnset()).isEqualTo(WardStory.START.plusSeconds(30));
            assertThat(alert.getRaisedAt()).isEqualTo(WardStory.START.plusSeconds(45));
            assertThat(alert.getConditionDelayMs()).isEqualTo(15_000);
            assertThat(alert.getCausePublishedAt())
                    .isEqualTo(WardStory.START.plusSeconds(45).plusMillis(7));
            assertThat(alert.getMessageFr()).isEqualTo("SpO2 84 % < 90 % depuis 15 s");
            assertThat(alert.getCauses()).singleElement().satisfies(cause -> {
                assertThat(cause.getVariable()).isEqualTo("spo2");
                assertThat(cause.getOrigin().getOffset()).isEqualTo(45);
            });
        });
        assertThat(alerts.current())
                .singleElement()
                .satisfies(entry -> assertThat(entry.key).isEqualTo(entry.value.getAlert()));
    }

    @Test
    void aWithdrawnValueHoldsNoAlarm() {
        // given
        var story = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(20, DESATURATED)
                .withdraw("spo2", 84);

        // when
        alerts.tell(story.cleanObservations());
        alerts.tell(story.cleanObservations().subList(50, 51));

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.CLEARED);
        assertThat(alerts.current())
                .last()
                .satisfies(over -> assertThat(over.value.getMessageFr()).startsWith("Mesure retirée par son émetteur"));
    }

    @Test
    void suspectAndLateReadingsNeitherRaiseNorClear() {
        // when
        alerts.tell(new WardStory()
                .bed("1")
                .steady(30, WELL)
                .judged(CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE)
                .steady(60, DESATURATED)
                .judged(CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER)
                .steady(60, DESATURATED)
                .cleanObservations());

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void aTriageIsSaidWhenItChangesAndNotEverySecond() {
        // when
        alerts.tell(new WardStory()
                .bed("1")
                .steady(50, WELL)
                .steady(50, DESATURATED)
                .cleanObservations());

        // then
        assertThat(alerts.triage())
                .extracting(triage ->
                        triage.getLevel() + " " + triage.getAttention().getLevel())
                .containsExactly("TRI_4 NORMAL", "TRI_1 LOW", "TRI_1 MEDIUM");
    }

    @Test
    void aRiskScoreMakesTheTriageMoreUrgentButRaisesNoAlarm() {
        // given
        alerts.tell(new WardStory().bed("1").steady(50, WELL).cleanObservations());
        alerts.triage();

        // when
        alerts.tellAndPass(scores.revision(1).scored(0.62, WardStory.START));

        // then
        assertThat(alerts.triage()).singleElement().satisfies(triage -> {
            assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.TRI_2);
            assertThat(triage.getRisk()).isEqualTo(0.62);
            assertThat(triage.getReasonsFr()).contains("RISK : Risque de décès ≥ 50 %");
        });
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void anOlderScoreThanTheOneHeldIsNotTaken() {
        // given
        alerts.tell(new WardStory().bed("1").steady(50, WELL).cleanObservations());
        alerts.tellAndPass(scores.revision(2).scored(0.62, WardStory.START));
        alerts.triage();

        // when
        alerts.tellAndPass(scores.revision(1).scored(0.01, WardStory.START));

        // then
        assertThat(alerts.triage()).isEmpty();
    }

    @Test
    void aStayThatFallsSilentHasNoKnownTriageUntilItSpeaksAgain() {
        // given
        var told = new WardStory().bed("1").steady(60, WELL).cleanObservations();
        alerts.tell(told.subList(0, 50));
        alerts.triage();

        // when
        alerts.pass(Duration.ofSeconds(70));

        // then
        assertThat(alerts.triage()).singleElement().satisfies(triage -> {
            assertThat(triage.getLevel()).isEqualTo(TriageLevelRecord.UNKNOWN);
            assertThat(triage.getReasonsFr()).containsExactly("Plus aucune mesure");
        });

        // when
        alerts.pass(Duration.ofSeconds(10));

        // then
        assertThat(alerts.triage()).isEmpty();

        // when
        alerts.tell(told.subList(50, 60));

        // then
        assertThat(alerts.triage())
                .extracting(TriageAssessmentRecord::getLevel)
                .containsExactly(TriageLevelRecord.TRI_4);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(AlertTopologyTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
