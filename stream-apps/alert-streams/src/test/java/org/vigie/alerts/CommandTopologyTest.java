package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmCommandRefusalRecord;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.testing.story.WardStory;

/** Tests what a command to an alarm writes into the ledger. */
class CommandTopologyTest extends CommandTopologyStory {
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

    private static List<CleanObservation> elsewhere(List<CleanObservation> told) {
        return told.stream()
                .map(each -> CleanObservation.newBuilder(each).setBed("REA/2").build())
                .toList();
    }
}
