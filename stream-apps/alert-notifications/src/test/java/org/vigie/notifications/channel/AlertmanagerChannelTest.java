package org.vigie.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.FakeHttpReceiver;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;
import org.vigie.notifications.config.NotificationsConfig.AlertmanagerConfig;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.tls.ClientTlsConfig;

/** Tests what is posted to Alertmanager, and when. */
class AlertmanagerChannelTest {
    private static final Instant NOW = SaturationAlertSamples.RAISED.plusSeconds(30);

    private final FakeHttpReceiver receiver = FakeHttpReceiver.start();
    private final AlertmanagerChannel channel = new AlertmanagerChannel(
            new AlertmanagerConfig(true, receiver.url(), Duration.ofMinutes(1), Duration.ofMinutes(5)),
            ClientTlsConfig.defaults());

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void anOpenAlarmIsPostedOnceAndAgainBeforeItExpires() throws Exception {
        // given
        channel.deliver(SaturationAlertSamples.raised("a1"));

        // when
        channel.tick(NOW);
        channel.tick(NOW.plusSeconds(59));

        // then
        assertThat(receiver.taken()).hasSize(1);
        assertThat(posted(0).at("/0/labels/alert").asText()).isEqualTo("a1");
        assertThat(posted(0).at("/0/startsAt").asText()).isEqualTo(SaturationAlertSamples.RAISED.toString());
        assertThat(posted(0).at("/0/endsAt").asText())
                .isEqualTo(NOW.plusSeconds(300).toString());

        // when
        channel.tick(NOW.plusSeconds(60));

        // then
        assertThat(receiver.taken()).hasSize(2);
    }

    @Test
    void aClearedAlarmIsPostedWithItsEndAndNeverAgain() throws Exception {
        // given
        channel.deliver(SaturationAlertSamples.raised("a1"));
        channel.tick(NOW);

        // when
        channel.deliver(SaturationAlertSamples.cleared("a1"));
        channel.tick(NOW.plusSeconds(1));
        channel.tick(NOW.plusSeconds(600));

        // then
        assertThat(receiver.taken()).hasSize(2);
        assertThat(posted(1)).hasSize(1);
        assertThat(posted(1).at("/0/endsAt").asText())
                .isEqualTo(NOW.plusSeconds(1).toString());
    }

    @Test
    void anAlarmWhosePriorityRoseEndsUnderItsOldLabelsAndGoesOnUnderTheNewOnes() throws Exception {
        // given
        channel.deliver(SaturationAlertSamples.of("a1", AlertStateRecord.RAISED, AlarmPriorityRecord.MEDIUM));
        channel.tick(NOW);

        // when
        channel.deliver(SaturationAlertSamples.of("a1", AlertStateRecord.UPGRADED, AlarmPriorityRecord.HIGH));
        channel.tick(NOW.plusSeconds(1));

        // then
        assertThat(posted(1)).hasSize(2);
        assertThat(posted(1).at("/0/labels/severity").asText()).isEqualTo("MEDIUM");
        assertThat(posted(1).at("/0/endsAt").asText())
                .isEqualTo(NOW.plusSeconds(1).toString());
        assertThat(posted(1).at("/1/labels/severity").asText()).isEqualTo("HIGH");
        assertThat(posted(1).at("/1/endsAt").asText())
                .isEqualTo(NOW.plusSeconds(301).toString());
    }

    /** Alertmanager identifies an alarm by its labels: its receivers would be told of a second alarm. */
    @Test
    void anAcknowledgementIsPostedAtOnceAsAnAnnotationOfTheSameAlarm() throws Exception {
        // given
        Alert acknowledged = SaturationAlertSamples.raised("a1");
        acknowledged.setCondition(AlertCondition.newBuilder()
                .setAcknowledgedBy("AB")
                .setAcknowledgedAt(NOW)
                .setEscalationStep(0)
                .setEscalatedTo("")
                .setLatched(false)
                .build());
        channel.deliver(SaturationAlertSamples.raised("a1"));
        channel.tick(NOW);

        // when
        channel.deliver(acknowledged);
        channel.tick(NOW.plusSeconds(1));

        // then
        assertThat(posted(0).at("/0/annotations").has("acknowledged_by")).isFalse();
        assertThat(posted(1)).hasSize(1);
        assertThat(posted(1).at("/0/labels")).isEqualTo(posted(0).at("/0/labels"));
        assertThat(posted(1).at("/0/annotations/acknowledged_by").asText()).isEqualTo("AB");
        assertThat(posted(1).at("/0/annotations/acknowledged_at").asText()).isEqualTo(NOW.toString());
    }

    @Test
    void theEndOfAnAlarmThatWasNotPostedIsKeptUntilAlertmanagerAnswers() throws Exception {
        // given
        channel.deliver(SaturationAlertSamples.raised("a1"));
        channel.tick(NOW);
        channel.deliver(SaturationAlertSamples.cleared("a1"));
        receiver.answer(503);
        assertThatThrownBy(() -> channel.tick(NOW.plusSeconds(1))).isInstanceOf(DeliveryFailedException.class);

        // when
        receiver.answer(200);
        channel.tick(NOW.plusSeconds(9));

        // then
        assertThat(posted(2).at("/0/endsAt").asText())
                .isEqualTo(NOW.plusSeconds(9).toString());
    }

    @Test
    void whatAlertmanagerRefusesIsARefusal() {
        // given
        channel.deliver(SaturationAlertSamples.raised("a1"));
        receiver.answer(400);

        // when, then
        assertThatThrownBy(() -> channel.tick(NOW))
                .isInstanceOf(DeliveryRefusedException.class)
                .hasMessage("127.0.0.1 answers 400");
    }

    @Test
    void anAlarmOfTheWardsFutureStartsBeforeItEnds() throws Exception {
        // given
        channel.deliver(SaturationAlertSamples.raised("a1"));
        Instant before = SaturationAlertSamples.RAISED.minusSeconds(3_600);

        // when
        channel.tick(before);

        // then
        assertThat(posted(0).at("/0/startsAt").asText())
                .isEqualTo(before.minusSeconds(1).toString());
    }

    @Test
    void withoutAnAlarmNothingIsPosted() throws Exception {
        // given: the end of an alarm that was never open here
        channel.deliver(SaturationAlertSamples.cleared("a1"));

        // when
        channel.tick(NOW);

        // then
        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void aPredictedRiskIsNoAlarm() {
        // given
        Alert predicted = SaturationAlertSamples.raised("a1");
        predicted.setKind(AlertKind.PREDICTED);

        // when, then
        assertThat(channel.wants(predicted)).isFalse();
    }

    private JsonNode posted(int number) throws IOException {
        return new ObjectMapper().readTree(receiver.taken().get(number).body());
    }
}
