package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests escalation, pauses, latches, technical alarms and predicted risks. */
class UnheardAlarmTopologyTest extends CommandTopologyStory {
    @Test
    void aPauseEndsThoughTheMonitorHasFallenSilent() {
        // given
        Alert raised = raised();
        alerts.ask(command("c-1", CommandTypeRecord.PAUSE_AUDIO, raised.getAlert())
                .setExpiresAt(WardStory.START.plusSeconds(49).plusMillis(7))
                .build());
        alerts.pass(Duration.ofSeconds(5));

        // when
        for (int round = 0; round < 4; round++) {
            alerts.pass(Duration.ofSeconds(5));
        }

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.AUDIO_RESUMED);
        assertThat(last().getAt()).isEqualTo(WardStory.START.plusSeconds(49));
    }

    @Test
    void anAlarmThatNobodyAcknowledgesIsEscalatedInEventTime() {
        // given
        var steady = new WardStory()
                .bed("1")
                .steady(10, WELL)
                .steady(400, DESATURATED)
                .cleanObservations();

        // when
        alerts.tell(steady);

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.ESCALATED);
        assertThat(last().getAt()).isEqualTo(WardStory.START.plusSeconds(10 + 15 + 300));
        assertThat(last().getCondition().getEscalatedTo()).isEqualTo("charge-nurse");
    }

    @Test
    void aUnitThatLatchesKeepsTheAlarmUntilItIsReset() {
        // given
        AlarmRuleCatalogue latching = AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow();
        alerts.close();
        alerts = new AlertTopologyDriver(latching);
        var deep = new WardStory()
                .bed("USC/1", "stay-1")
                .steady(10, WELL)
                .steady(20, Map.of("hr", 70.0, "spo2", 74.0))
                .steady(60, WELL)
                .cleanObservations();

        // when
        alerts.tell(deep);

        // then
        assertThat(ledger())
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.LATCHED);
        List<KeyValue<String, Alert>> current = alerts.current();
        assertThat(current.get(1).value.getState()).isEqualTo(AlertStateRecord.RAISED);
        assertThat(current.get(1).value.getCondition().getLatched()).isTrue();

        // when
        alerts.ask(command("c-1", CommandTypeRecord.LATCH_RESET, ledger.get(0).getAlert())
                .setAt(WardStory.START.plusSeconds(100))
                .build());

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.CLEARED);
    }

    @Test
    void anUnmappedCodeIsATechnicalAlarmNotSilence() {
        // given
        alerts.tell(told.subList(0, 10));

        // when
        alerts.tell(rejected(CleaningReasonRecord.UNKNOWN_VARIABLE, 12))
                .tell(rejected(CleaningReasonRecord.UNKNOWN_VARIABLE, 13));

        // then
        assertThat(ledger()).singleElement().satisfies(alert -> {
            assertThat(alert.getRule()).isEqualTo("unmapped_code");
            assertThat(alert.getKind()).isEqualTo(AlertKind.TECHNICAL);
            assertThat(alert.getMessageEn()).isEqualTo("Unknown code: MDC_FOO");
        });
    }

    @Test
    void aPredictedRiskIsShownByItsLowerEndAndNeverHeard() {
        // given
        alerts.tell(told.subList(0, 10));

        // when
        alerts.tellAndPass(risk(0.62, 0.41, 1));

        // then
        assertThat(ledger()).isEmpty();

        // when
        alerts.tellAndPass(risk(0.7, 0.55, 2));

        // then
        assertThat(ledger()).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.PREDICTED);
            assertThat(alert.getCondition().getEscalatesAt()).isNull();
        });
    }

    @Test
    void theWholeLedgerIsOneUnbrokenChain() {
        // given
        Alert raised = raised();
        alerts.ask(
                command("c-1", CommandTypeRecord.ACKNOWLEDGE, raised.getAlert()).build());
        ledger();
        alerts = alerts.restarted(alerts.stored());
        alerts.tell(told.subList(20, 200));
        alerts.ask(
                command("c-2", CommandTypeRecord.ACKNOWLEDGE, raised.getAlert()).build());

        var check = new LedgerCheck();

        // when, then
        for (Alert entry : ledger()) {
            assertThat(check.take("here", entry)).isEqualTo(Optional.empty());
        }
        assertThat(check.walked().episodes()).isOne();
        assertThat(check.walked().open()).isZero();
        assertThat(check.walked().entries()).isEqualTo(ledger.size());
    }

    private static RejectedReading rejected(CleaningReasonRecord reason, int second) {
        Instant at = WardStory.START.plusSeconds(second);
        return RejectedReading.newBuilder()
                .setStay("stay-1")
                .setBed("REA/1")
                .setSource("test")
                .setDevice("monitor")
                .setMessageId("m-" + second)
                .setReceivedTime(at)
                .setPublishedAt(at)
                .setOrigin(new Origin("raw", 0, (long) second, 0))
                .setReading(ReadingRecord.newBuilder()
                        .setVariable("MDC_FOO")
                        .setValue(1.0)
                        .setUnit("1")
                        .setMeasuredAt(at)
                        .build())
                .setReason(reason)
                .setDetail("MDC_FOO")
                .build();
    }

    private static RiskScore risk(double probability, double low, long revision) {
        RiskScore score =
                new RiskScoreStory("REA/1", "stay-1").revision(revision).scored(probability, WardStory.START);
        score.setLow(low);
        return score;
    }
}
