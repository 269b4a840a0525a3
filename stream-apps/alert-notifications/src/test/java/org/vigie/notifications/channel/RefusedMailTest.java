package org.vigie.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;
import org.vigie.notifications.config.NotificationsConfig.MailConfig;

/** Tests what a mail server's refusals of single addresses and of whole mails mean for a call. */
class RefusedMailTest {
    private static final String NURSE = "garde@rea.example";
    private static final String PHYSICIAN = "senior@rea.example";

    private static final Instant NOW = SaturationAlertSamples.RAISED;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final MailChannel mail = new MailChannel(
            new MailConfig(
                    true,
                    "127.0.0.1",
                    server.port(),
                    false,
                    "",
                    "",
                    "vigie@rea.example",
                    List.of(NURSE, PHYSICIAN),
                    "HIGH"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theOthersGetTheMailWhenOneAddressIsUnknown() throws Exception {
        // given
        server.answerTo(PHYSICIAN, "550 5.1.1 no such user");

        // when
        DeliveryReceipt receipt = mail.deliver(SaturationAlertSamples.raised("a1"));

        // then
        assertThat(server.accepted()).containsExactly(List.of(NURSE));
        assertThat(receipt.confirmed()).isFalse();
        assertThat(receipt.missed()).isEqualTo("senior@rea.example: 550 5.1.1 no such user");
    }

    @Test
    void theOthersGetTheMailWhenOneMailboxIsFull() throws Exception {
        // given
        for (String full : List.of("452 4.2.2 mailbox full", "552 5.2.2 mailbox full")) {
            server.answerTo(NURSE, full);

            // when
            DeliveryReceipt receipt = mail.deliver(SaturationAlertSamples.raised("a1"));

            // then
            assertThat(receipt.missed()).isEqualTo("garde@rea.example: " + full);
        }
        assertThat(server.accepted()).containsExactly(List.of(PHYSICIAN), List.of(PHYSICIAN));
    }

    @Test
    void aMailThatNoAddressWillEverGetIsRefused() {
        // given
        server.answerTo(NURSE, "550 5.1.1 no such user");
        server.answerTo(PHYSICIAN, "552 5.2.2 mailbox full");

        // when, then
        assertThatThrownBy(() -> mail.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(DeliveryRefusedException.class)
                .hasMessageContaining("garde@rea.example: 550 5.1.1 no such user")
                .hasMessageContaining("senior@rea.example: 552 5.2.2 mailbox full");
    }

    @Test
    void aMailThatNoAddressGetsNowIsTriedAgain() {
        // given
        server.answerTo(NURSE, "550 5.1.1 no such user");
        server.answerTo(PHYSICIAN, "450 4.2.1 try later");

        // when, then
        assertThatThrownBy(() -> mail.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(DeliveryFailedException.class);
    }

    @Test
    void onlyFullMailboxesAreNoFaultOfTheServer() {
        // given
        server.answerTo(NURSE, "550 5.1.1 no such user");
        server.answerTo(PHYSICIAN, "452 4.2.2 mailbox full");

        // when, then
        assertThatThrownBy(() -> mail.deliver(SaturationAlertSamples.raised("a1")))
                .matches(failure -> ((DeliveryFailedException) failure).isAnswered());

        // when: greylisting accepts no mail for the first minutes
        server.answerTo(PHYSICIAN, "450 4.7.1 greylisted");

        // then
        assertThatThrownBy(() -> mail.deliver(SaturationAlertSamples.raised("a1")))
                .matches(failure -> !((DeliveryFailedException) failure).isAnswered());
    }

    @Test
    void aRecipientThatIsGreylistedGetsTheMailLaterAndTheOthersNotAgain() throws Exception {
        // given
        server.answerTo(PHYSICIAN, "450 4.7.1 greylisted");
        DeliveryReceipt receipt = mail.deliver(SaturationAlertSamples.raised("a1"));

        // when
        mail.tick(NOW.plusSeconds(59));
        mail.tick(NOW.plusSeconds(60));
        server.answerTo(PHYSICIAN, "250 OK");
        mail.tick(NOW.plusSeconds(119));

        // then
        assertThat(receipt.missed()).isEqualTo("senior@rea.example: 450 4.7.1 greylisted");
        assertThat(server.accepted()).containsExactly(List.of(NURSE));

        // when
        mail.tick(NOW.plusSeconds(120));
        mail.tick(NOW.plusSeconds(240));

        // then
        assertThat(server.accepted()).containsExactly(List.of(NURSE), List.of(PHYSICIAN));
    }

    @Test
    void aMailThatIsPostponedWhenTheAppStopsIsSaidToBeLost() throws Exception {
        // given
        server.answerTo(PHYSICIAN, "450 4.7.1 greylisted");
        mail.deliver(SaturationAlertSamples.raised("a1"));
        mail.deliver(SaturationAlertSamples.raised("a2"));

        // when
        server.answerTo(PHYSICIAN, "250 OK");
        mail.tick(NOW.plusSeconds(60));

        // then
        assertThat(mail.lost()).containsExactly("a2-RAISED-hash to " + PHYSICIAN);
    }

    @Test
    void aRecipientWhoseMailboxIsFullIsNotTriedAgain() throws Exception {
        // given
        server.answerTo(PHYSICIAN, "452 4.2.2 mailbox full");
        mail.deliver(SaturationAlertSamples.raised("a1"));
        server.answerTo(PHYSICIAN, "250 OK");

        // when
        mail.tick(NOW.plusSeconds(60));

        // then
        assertThat(server.accepted()).containsExactly(List.of(NURSE));
    }

    @Test
    void aGreylistedRecipientIsLeftOutAfterHalfAnHour() throws Exception {
        // given
        server.answerTo(PHYSICIAN, "450 4.7.1 greylisted");
        mail.deliver(SaturationAlertSamples.raised("a1"));
        for (int minute = 1; minute <= 30; minute++) {
            mail.tick(NOW.plus(Duration.ofMinutes(minute)));
        }
        server.answerTo(PHYSICIAN, "250 OK");

        // when
        mail.tick(NOW.plus(Duration.ofMinutes(32)));

        // then
        assertThat(server.accepted()).containsExactly(List.of(NURSE));
    }

    @Test
    void aPostponedCallIsNotSentAfterTheEndOfItsAlarm() throws Exception {
        // given
        server.answerTo(PHYSICIAN, "450 4.7.1 greylisted");
        mail.deliver(SaturationAlertSamples.raised("a1"));
        server.answerTo(PHYSICIAN, "250 OK");
        mail.deliver(SaturationAlertSamples.cleared("a1"));

        // when
        mail.tick(NOW.plusSeconds(60));

        // then
        assertThat(server.accepted()).containsExactly(List.of(NURSE), List.of(NURSE, PHYSICIAN));
    }

    @Test
    void aMailWhoseTextIsNotAcceptedForGoodIsRefused() {
        // given
        server.answerToData("554 5.7.1 looks like spam");

        // when, then
        assertThatThrownBy(() -> mail.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(DeliveryRefusedException.class)
                .hasMessageContaining("554 5.7.1 looks like spam");

        // when
        server.answerToData("451 4.3.0 try later");

        // then
        assertThatThrownBy(() -> mail.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(DeliveryFailedException.class);
    }
}
