package org.vigie.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.ihe.Pcd04Message;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.IncidentRecord;

/** Tests which entries of one incident are sent, and what they say. */
class IncidentNotificationTest {
    private static final String SENTENCE = "PAS 66, FC 127, FR 32, SpO2 87 : 4 limites depuis 15:15";

    @Test
    void oneShockWithFourAlarmsSendsOneMessage() {
        // given
        List<Alert> shock = List.of(
                entry(AlertStateRecord.RAISED, CallReasonRecord.OPENED, "a1"),
                entry(AlertStateRecord.RAISED, null, "a1", "a2"),
                entry(AlertStateRecord.RAISED, null, "a1", "a2", "a3"),
                entry(AlertStateRecord.RAISED, null, "a1", "a2", "a3", "a4"));

        // when
        Stream<Alert> mailed = shock.stream().filter(each -> isSent(each, false));

        // then
        assertThat(mailed).containsExactly(shock.get(0));
        assertThat(shock.stream().filter(each -> isSent(each, true))).containsExactly(shock.get(0));
    }

    @Test
    void anEscalationAndARenewedCallAreSent() {
        // given
        Alert escalated = entry(AlertStateRecord.ESCALATED, null, "a1");
        Alert again = entry(AlertStateRecord.CALLED_AGAIN, CallReasonRecord.STILL_TRUE, "a1");

        // when
        Stream<Alert> mailed = Stream.of(escalated, again).filter(each -> isSent(each, false));

        // then
        assertThat(mailed).containsExactly(escalated, again);
    }

    @Test
    void onlyTheEndOfTheLastAlarmIsReported() {
        // given
        Alert first = entry(AlertStateRecord.CLEARED, null, "a2");
        Alert last = entry(AlertStateRecord.CLEARED, null);

        // when
        Stream<Alert> reported = Stream.of(first, last).filter(each -> isSent(each, true));

        // then
        assertThat(reported).containsExactly(last);
    }

    @Test
    void theMessageSaysTheSentenceAndThePriorityOfTheIncident() {
        // given
        Alert called = entry(AlertStateRecord.RAISED, CallReasonRecord.OPENED, "a1");

        // when
        String message = new Pcd04Message(called, SaturationAlertSamples.RAISED).text();

        // then
        assertThat(message)
                .contains(SENTENCE)
                .contains("|PH|")
                .contains("OBR|1||i1^VIGIE|")
                .contains("|start|");
    }

    private static boolean isSent(Alert alert, boolean reported) {
        return NotificationRules.isNotified(
                alert,
                reported ? NotificationRules.REPORTED : NotificationRules.NEED_ATTENTION,
                AlarmPriorityRecord.MEDIUM);
    }

    private static Alert entry(AlertStateRecord state, CallReasonRecord call, String... open) {
        Alert alert = SaturationAlertSamples.of(
                open.length == 0 ? "a1" : open[open.length - 1], state, AlarmPriorityRecord.MEDIUM);
        alert.setIncident(IncidentRecord.newBuilder()
                .setIncident("i1")
                .setOnset(SaturationAlertSamples.RAISED)
                .setPriority(AlarmPriorityRecord.HIGH)
                .setCalls(1)
                .setNewCall(call)
                .setMessageFr(SENTENCE)
                .setMessageEn("SBP 66, HR 127, RR 32, SpO2 87: 4 limits since 15:15")
                .setAlerts(List.of(open))
                .build());
        return alert;
    }
}
