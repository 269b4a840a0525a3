package org.vigie.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notifications.FakeHttpReceiver;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.config.NotificationsConfig.WebhookConfig;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.tls.ClientTlsConfig;

/** Tests the body, the signature and the idempotency key of webhook posts. */
class WebhookChannelTest {
    private static final String SECRET = "a-secret-of-more-than-16";

    private final FakeHttpReceiver receiver = FakeHttpReceiver.start();
    private final WebhookChannel webhookChannel = new WebhookChannel(
            new WebhookConfig(true, receiver.url() + "/hook", SECRET, "LOW"),
            ClientTlsConfig.defaults(),
            Clock.fixed(SaturationAlertSamples.RAISED, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void theReceiverCanVerifyTheSenderAndDetectADuplicate() throws Exception {
        // when
        webhookChannel.deliver(SaturationAlertSamples.raised("a1"));

        // then
        FakeHttpReceiver.ReceivedPost receivedPost = receiver.taken().get(0);
        String timestamp = receivedPost.header("X-Vigie-Timestamp");
        assertThat(timestamp).isEqualTo(Long.toString(SaturationAlertSamples.RAISED.getEpochSecond()));
        assertThat(receivedPost.header("X-Vigie-Signature"))
                .isEqualTo("sha256=" + WebhookSignature.of(SECRET, timestamp + "." + receivedPost.body()));
        assertThat(receivedPost.header("Idempotency-Key")).isEqualTo("a1-RAISED-hash");
        var body = new ObjectMapper().readTree(receivedPost.body());
        assertThat(body.path("bed").asText()).isEqualTo("REA/03");
        assertThat(body.path("messageFr").asText()).contains("à vérifier");
        assertThat(body.path("priority").asText()).isEqualTo("HIGH");
    }

    @Test
    void aKeyWithLettersThatNoHeaderMayHoldIsSentEncoded() throws Exception {
        // given
        Alert alarm = SaturationAlertSamples.raised("a1");
        alarm.setHash("monitor-MON-1\r\n-ÉLECTRODE→Σ");

        // when
        webhookChannel.deliver(alarm);

        // then
        assertThat(receiver.taken().get(0).header("Idempotency-Key"))
                .isEqualTo("monitor-MON-1%0D%0A-%C3%89LECTRODE%E2%86%92%CE%A3");
    }

    @Test
    void theEndOfAnAlarmThatWasDowngradedIsSentThoughOnlyUrgentOnesAre() {
        // given
        WebhookChannel urgent = new WebhookChannel(
                new WebhookConfig(true, receiver.url() + "/hook", SECRET, "HIGH"),
                ClientTlsConfig.defaults(),
                Clock.fixed(SaturationAlertSamples.RAISED, ZoneOffset.UTC));

        // when, then
        assertThat(urgent.wants(now(AlertStateRecord.DOWNGRADED))).isFalse();
        assertThat(urgent.wants(now(AlertStateRecord.ACKNOWLEDGED))).isTrue();
        assertThat(urgent.wants(now(AlertStateRecord.CLEARED))).isTrue();
    }

    private static Alert now(AlertStateRecord state) {
        return SaturationAlertSamples.of("a1", state, AlarmPriorityRecord.LOW);
    }

    @Test
    void onlyAReceiptSaysThatTheAlarmWasDelivered() throws Exception {
        // when, then
        assertThat(webhookChannel.deliver(SaturationAlertSamples.raised("a1"))).isEqualTo(DeliveryReceipt.SENT);

        // when
        receiver.confirmDelivery();

        // then
        assertThat(webhookChannel.deliver(SaturationAlertSamples.raised("a2"))).isEqualTo(DeliveryReceipt.DELIVERED);
    }

    @Test
    void onlyAReceiverThatFailsOnOneAlarmHasAnsweredIt() {
        // given
        receiver.answer(500);

        // when, then
        assertThatThrownBy(() -> webhookChannel.deliver(SaturationAlertSamples.raised("a1")))
                .matches(failure -> ((NotificationChannel.DeliveryFailedException) failure).isAnswered());

        // when
        receiver.answer(503);

        // then
        assertThatThrownBy(() -> webhookChannel.deliver(SaturationAlertSamples.raised("a1")))
                .matches(failure -> !((NotificationChannel.DeliveryFailedException) failure).isAnswered());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308, 401, 403, 404, 410})
    void anAnswerThatRefusesTheSenderOrTheAddressIsAFailureThatEndsWithIt(int status) throws Exception {
        // given
        receiver.answer(status);

        // when, then
        assertThatThrownBy(() -> webhookChannel.deliver(SaturationAlertSamples.raised("a1")))
                .hasMessage("127.0.0.1 answers " + status)
                .matches(failure -> ((NotificationChannel.DeliveryFailedException) failure).isAnswered())
                .matches(failure -> ((NotificationChannel.DeliveryFailedException) failure).isOfSender());

        // when
        receiver.answer(204);

        // then
        assertThat(webhookChannel.deliver(SaturationAlertSamples.raised("a1"))).isEqualTo(DeliveryReceipt.SENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303})
    void aRedirectOfAReceiverThatMayHaveTakenTheCallIsARefusal(int status) {
        // given
        receiver.answer(status);

        // when, then
        assertThatThrownBy(() -> webhookChannel.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryRefusedException.class)
                .hasMessage("127.0.0.1 answers " + status);
    }

    @Test
    void aTemporaryFailureIsRetriedAndARefusalIsNot() {
        // given
        receiver.answer(503);

        // when, then
        assertThatThrownBy(() -> webhookChannel.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryFailedException.class);

        // when
        receiver.answer(429);

        // then
        assertThatThrownBy(() -> webhookChannel.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryFailedException.class);

        // when
        receiver.answer(422);

        // then
        assertThatThrownBy(() -> webhookChannel.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryRefusedException.class);

        // when
        receiver.close();

        // then
        assertThatThrownBy(() -> webhookChannel.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryFailedException.class);
    }
}
