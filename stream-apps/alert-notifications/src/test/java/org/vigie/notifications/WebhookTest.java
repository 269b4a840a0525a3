package org.vigie.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.NotificationsConfig.WebhookSettings;

class WebhookTest {
    private static final String SECRET = "a-secret-of-more-than-16";

    private final Receiver receiver = Receiver.start();
    private final Webhook webhook = new Webhook(
            new WebhookSettings(true, receiver.url() + "/hook", SECRET, "LOW"),
            Clock.fixed(Alerts.RAISED, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void theReceiverCanCheckWhoSaidItAndWhetherItKnowsItAlready() throws Exception {
        webhook.deliver(Alerts.raised("a1"));

        Receiver.Taken taken = receiver.taken().get(0);
        String timestamp = taken.header("X-Vigie-Timestamp");
        assertThat(timestamp).isEqualTo(Long.toString(Alerts.RAISED.getEpochSecond()));
        assertThat(taken.header("X-Vigie-Signature"))
                .isEqualTo("sha256=" + Signature.of(SECRET, timestamp + "." + taken.body()));
        assertThat(taken.header("Idempotency-Key")).isEqualTo("a1-RAISED-hash");
        var body = new ObjectMapper().readTree(taken.body());
        assertThat(body.path("bed").asText()).isEqualTo("REA/03");
        assertThat(body.path("messageFr").asText()).contains("à vérifier");
        assertThat(body.path("priority").asText()).isEqualTo("HIGH");
    }

    @Test
    void aServerInTroubleIsAskedAgainAndOneThatSaysNoIsNot() {
        receiver.answer(503);
        assertThatThrownBy(() -> webhook.deliver(Alerts.raised("a1"))).isInstanceOf(Channel.Undeliverable.class);
        receiver.answer(429);
        assertThatThrownBy(() -> webhook.deliver(Alerts.raised("a1"))).isInstanceOf(Channel.Undeliverable.class);
        receiver.answer(401);
        assertThatThrownBy(() -> webhook.deliver(Alerts.raised("a1"))).isInstanceOf(Channel.Refused.class);
        receiver.close();
        assertThatThrownBy(() -> webhook.deliver(Alerts.raised("a1"))).isInstanceOf(Channel.Undeliverable.class);
    }
}
