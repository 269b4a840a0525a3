package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmCommandRefusalRecord;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

/** Tests commands about alarms, and the chain of the ledger. */
class CommandTopologyTest {
    private static final Map<String, Double> WELL = Map.of("hr", 70.0, "spo2", 97.0);
    private static final Map<String, Double> DESATURATED = Map.of("hr", 70.0, "spo2", 84.0);

    private AlertTopologyDriver alerts = new AlertTopologyDriver();
    private final List<Alert> ledger = new ArrayList<>();
    private final List<CleanObservation> told = new WardStory()
            .bed("1")
            .steady(10, WELL)
            .steady(50, DESATURATED)
            .steady(400, WELL)
            .cleanObservations();

    @AfterEach
    void close() {
        alerts.close();
    }

    private List<Alert> ledger() {
        ledger.addAll(alerts.ledger());
        return ledger;
    }

    private Alert last() {
        return ledger().get(ledger.size() - 1);
    }

    private Alert raised() {
        alerts.tell(told.subList(0, 30));
        return last();
    }

    private static AlarmCommandRecord.Builder command(String id, CommandTypeRecord kind, String alert) {
        return AlarmCommandRecord.newBuilder()
                .setCommand(id)
                .setStay("stay-1")
                .setAlert(alert)
                .setKind(kind)
                .setBy("n-1")
                .setRole("nurse")
                .setReason("seen")
                .setAt(WardStory.START.plusSeconds(29).plusMillis(7));
    }

    @Test
    void acknowledgingIsWrittenWithWhoWhenAndWhyAndStaysInAlertsCurrent() {
        // given
        Alert raised = raised();
        AlarmCommandRecord command =
                command("c-1", CommandTypeRecord.ACKNOWLEDGE, raised.getAlert()).build();

        // when
        alerts.ask(command);

        // then
        assertThat(last()).satisfies(entry -> {
            assertThat(entry.getState()).isEqualTo(AlertStateRecord.ACKNOWLEDGED);
            assertThat(entry.getCommand()).isEqualTo(command);
            assertThat(entry.getCommandOrigin().getTopic())
                    .isEqualTo(AlertTopologyDriver.TOPICS.commandsAlerts().name());
            assertThat(entry.getAt()).isEqualTo(WardStory.START.plusSeconds(29));
            assertThat(entry.getPreviousHash()).isEqualTo(raised.getHash());
            assertThat(entry.getSequence()).isEqualTo(2);
        });
        List<KeyValue<String, Alert>> current = alerts.current();
        assertThat(current.get(current.size() - 1)).satisfies(entry -> {
            assertThat(entry.key).isEqualTo(raised.getAlert());
            assertThat(entry.value.getState()).isEqualTo(AlertStateRecord.RAISED);
            assertThat(entry.value.getMessageEn()).isEqualTo(raised.getMessageEn());
            assertThat(entry.value.getCondition().getAcknowledgedBy()).isEqualTo("n-1");
            assertThat(entry.value.getCondition().getEscalatesAt()).isNull();
        });
    }

    @Test
    void anEntryHoldsTheLimitsInForceAndItsTwoDelays() {
        // when
        Alert raised = raised();

        // then
        assertThat(raised.getLimits()).extracting(limit -> limit.getLimit()).containsExactly(90.0, 80.0);
        assertThat(raised.getConditionDelayMs()).isEqualTo(15_000);
        assertThat(raised.getSignalDelayMs()).isNotNegative();
        assertThat(raised.getProfile()).isEqualTo("adult-icu");
    }

    @Test
    void aRefusalIsRecordedWithItsReasonAndChangesNothing() {
        // given
        Alert raised = raised();
        alerts.current();

        // when
        alerts.ask(command("c-1", CommandTypeRecord.ACKNOWLEDGE, "no-such-alert")
                        .build())
                .ask(command("c-2", CommandTypeRecord.SHELVE, raised.getAlert()).build())
                .ask(command("c-3", CommandTypeRecord.ACKNOWLEDGE, raised.getAlert())
                        .setVersion(0L)
                        .build());

        // then
        assertThat(ledger().stream().filter(entry -> entry.getState() == AlertStateRecord.COMMAND_REFUSED))
                .extracting(Alert::getRefusal)
                .containsExactly(
                        AlarmCommandRefusalRecord.UNKNOWN_ALERT,
                        AlarmCommandRefusalRecord.NO_RIGHT,
                        AlarmCommandRefusalRecord.STALE_VERSION);
        assertThat(alerts.current()).isEmpty();
    }

    @Test
    void aCommandForAStayThatNobodyKnowsIsRefusedAndSoonForgotten() {
        // when
        alerts.ask(command("c-1", CommandTypeRecord.ACKNOWLEDGE, "x").build());

        // then
        assertThat(last().getRefusal()).isEqualTo(AlarmCommandRefusalRecord.UNKNOWN_STAY);

        // when
        alerts.pass(Duration.ofSeconds(90));

        // then
        assertThat(alerts.triage()).isEmpty();

        // when
        alerts.pass(Duration.ofHours(7));
        alerts.pass(Duration.ofMinutes(12));

        // then
        assertThat(alerts.stored()).isEmpty();
    }

    @Test
    void aCommandThatComesTwiceIsObeyedOnceAlsoAfterARestart() {
        // given
        Alert raised = raised();
        AlarmCommandRecord command =
                command("c-1", CommandTypeRecord.ACKNOWLEDGE, raised.getAlert()).build();

        // when
        alerts.ask(command).ask(command);

        // then
        assertThat(ledger()).hasSize(2);

        // when
        alerts = alerts.restarted(alerts.stored());
        alerts.ask(command);

        // then
        assertThat(alerts.ledger()).containsExactly(ledger.get(1));
    }

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
    void aPatientsLimitIsInForceFromThenOnAndEndsWithTheTransfer() {
        // when
        alerts.tell(told.subList(0, 5));
        alerts.ask(command("c-1", CommandTypeRecord.SET_LIMIT, null)
                .setAlert(null)
                .setRole("physician")
                .setAt(WardStory.START.plusSeconds(4).plusMillis(7))
                .setArguments(Map.of("variable", "spo2", "side", "BELOW", "priority", "MEDIUM", "limit", "82"))
                .build());

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.LIMIT_SET);

        // when
        alerts.tell(told.subList(5, 50));

        // then
        assertThat(ledger()).hasSize(1);

        // when
        alerts.tell(elsewhere(told.subList(50, 60)));

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.LIMIT_EXPIRED);
        assertThat(last().getLimits()).singleElement().satisfies(limit -> {
            assertThat(limit.getLimit()).isEqualTo(82);
            assertThat(limit.getSetBy()).isEqualTo("n-1");
        });
    }

    private static List<CleanObservation> elsewhere(List<CleanObservation> told) {
        return told.stream()
                .map(each -> CleanObservation.newBuilder(each).setBed("REA/2").build())
                .toList();
    }

    @Test
    void feedbackIsStoredAsALabelAlsoWhenTheAlarmIsOver() {
        // given
        Alert raised = raised();

        // when
        alerts.tell(told.subList(30, 90));

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.CLEARED);

        // when
        alerts.ask(command("c-1", CommandTypeRecord.FEEDBACK, raised.getAlert())
                .setArguments(Map.of("verdict", "ARTEFACT"))
                .build());

        // then
        assertThat(last().getFeedback()).isEqualTo(AlarmFeedbackRecord.ARTEFACT);
        assertThat(last().getRule()).isEqualTo("spo2_low");
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

    @Test
    void aPredictedRiskIsShownByItsLowerEndAndNeverHeard() {
        // given
        alerts.tell(told.subList(0, 10));

        // when
        alerts.tell(risk(0.62, 0.41, 1));

        // then
        assertThat(ledger()).isEmpty();

        // when
        alerts.tell(risk(0.7, 0.55, 2));

        // then
        assertThat(ledger()).singleElement().satisfies(alert -> {
            assertThat(alert.getKind()).isEqualTo(AlertKind.PREDICTED);
            assertThat(alert.getCondition().getEscalatesAt()).isNull();
        });
    }

    private static RiskScore risk(double probability, double low, long revision) {
        RiskScore score =
                new RiskScoreStory("REA/1", "stay-1").revision(revision).scored(probability, WardStory.START);
        score.setLow(low);
        return score;
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
}
