package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.WardStory;

/** Tests that an alarm ends when its rule is no longer used at the patient's bed. */
class UnusedRuleTopologyTest {
    private AlertTopologyDriver alerts;

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void theAlarmOfARuleThatTheNewUnitDoesNotUseEndsAtTheTransfer() {
        // given
        var ill = Map.of("hr", 115.0, "spo2", 91.0, "rr", 26.0, "temp", 38.5);
        List<CleanObservation> told = told(ill, 700);
        alerts = new AlertTopologyDriver(AlarmRuleCatalogue.adultIcu());
        alerts.tell(told.subList(0, 690));
        assertThat(alerts.ledger()).extracting(UnusedRuleTopologyTest::words).containsExactly("RAISED news2");

        // when
        alerts.tell(told.subList(690, 691).stream()
                .map(each -> CleanObservation.newBuilder(each).setBed("USC/1").build())
                .toList());

        // then
        assertThat(alerts.ledger()).first().satisfies(entry -> {
            assertThat(words(entry)).isEqualTo("CLEARED news2");
            assertThat(entry.getMessageFr()).isEqualTo("Règle non utilisée dans cette unité : fin de l'alarme");
        });
    }

    @Test
    void theAlarmOfARuleThatHasLeftTheRuleFileEndsWithTheNextReading() {
        // given
        List<CleanObservation> told = told(Map.of("hr", 70.0, "abp_mean", 45.0), 100);
        alerts = new AlertTopologyDriver(
                AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow());
        alerts.tell(told.subList(0, 90));
        assertThat(alerts.ledger()).extracting(UnusedRuleTopologyTest::words).contains("RAISED pressure_low");

        // when
        alerts = alerts.restarted(alerts.stored(), AlarmRuleCatalogue.adultIcu());
        alerts.tell(told.subList(90, 92));

        // then
        assertThat(alerts.ledger())
                .filteredOn(entry -> entry.getState() == AlertStateRecord.CLEARED)
                .extracting(UnusedRuleTopologyTest::words)
                .containsExactly("CLEARED pressure_low");
    }

    private static List<CleanObservation> told(Map<String, Double> values, int seconds) {
        return new WardStory().bed("REA/1", "stay-1").steady(seconds, values).cleanObservations();
    }

    private static String words(Alert entry) {
        return entry.getState() + " " + entry.getRule();
    }
}
