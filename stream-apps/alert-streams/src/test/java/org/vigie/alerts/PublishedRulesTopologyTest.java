package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.WardStory;

/** Tests what happens to running alarms when other rules come into force. */
class PublishedRulesTopologyTest {
    private static final String MILD = "limit: 90, priority: MEDIUM";

    private final AtomicReference<AlarmRuleCatalogue> inForce =
            new AtomicReference<>(AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow());
    private final AlertTopologyDriver alerts = new AlertTopologyDriver(time -> inForce.get());

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void aCalmStayIsEvaluatedWithNewRulesFromTheNextReadingOn() throws IOException {
        // given: a saturation that the rules accept
        List<CleanObservation> told = told(93, 120);
        alerts.tell(told.subList(0, 60));
        assertThat(alerts.ledger()).isEmpty();

        // when
        inForce.set(spo2Below("limit: 95, priority: MEDIUM"));
        alerts.tell(told.subList(60, 120));

        // then
        assertThat(alerts.ledger()).first().satisfies(entry -> {
            assertThat(entry.getRule()).isEqualTo("spo2_low");
            assertThat(entry.getRuleVersion()).isEqualTo("tried");
            assertThat(entry.getOnset()).isEqualTo(WardStory.at(60));
        });
    }

    @Test
    void anOpenAlarmEndsWhenNewRulesAcceptItsValue() throws IOException {
        // given
        List<CleanObservation> told = told(88, 400);
        alerts.tell(told.subList(0, 60));
        assertThat(alerts.ledger()).extracting(Alert::getState).containsExactly(AlertStateRecord.RAISED);

        // when
        inForce.set(spo2Below("limit: 82, priority: MEDIUM"));
        alerts.tell(told.subList(60, 400));

        // then
        assertThat(alerts.ledger())
                .filteredOn(entry -> entry.getState() == AlertStateRecord.CLEARED)
                .extracting(Alert::getRule, Alert::getRuleVersion)
                .containsExactly(tuple("spo2_low", "tried"));
    }

    private static List<CleanObservation> told(double spo2, int seconds) {
        return new WardStory()
                .bed("1")
                .steady(seconds, Map.of(VariableNames.SPO2, spo2, VariableNames.HR, 75.0))
                .cleanObservations();
    }

    /** Returns the rules of adult-icu-3 with another mild limit of the saturation. */
    private static AlarmRuleCatalogue spo2Below(String limit) throws IOException {
        try (InputStream shipped = AlarmRuleCatalogue.class.getResourceAsStream("adult-icu-3.yaml")) {
            String rules = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            int spo2 = rules.indexOf("- name: spo2_low");
            String text = rules.substring(0, spo2).replaceFirst("version: adult-icu-3", "version: tried")
                    + rules.substring(spo2).replaceFirst(MILD, limit);
            return AlarmRuleCatalogue.of("tried.yaml", text);
        }
    }
}
