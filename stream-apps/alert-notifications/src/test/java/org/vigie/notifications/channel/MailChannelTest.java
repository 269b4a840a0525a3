package org.vigie.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.config.NotificationsConfig.MailConfig;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/** Tests the mails that a channel sends to an SMTP server. */
class MailChannelTest {
    private static final Instant NOW = SaturationAlertSamples.RAISED.plusSeconds(75);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailChannel mailChannel;

    @BeforeEach
    void start() {
        server.start();
        mailChannel = new MailChannel(
                new MailConfig(
                        true,
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        false,
                        "",
                        "",
                        "vigie@rea.example",
                        List.of("garde@rea.example"),
                        "HIGH"),
                Clock.fixed(NOW, ZoneId.of("Europe/Paris")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theSubjectHoldsBedPriorityAndReason() throws Exception {
        // when
        mailChannel.deliver(SaturationAlertSamples.raised("a1"));

        // then
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("*** REA/03 : SpO2 84 % < 90 % depuis 15 s | à vérifier");
        assertThat(received.getMessageID()).isEqualTo("<a1-RAISED-hash@vigie>");
        assertThat(received.getAllRecipients()[0]).hasToString("garde@rea.example");
        assertThat(GreenMailUtil.getBody(received)).contains("spo2_low");
    }

    @Test
    void aMailAboutAnEndCannotBeTakenForACall() throws Exception {
        // when
        mailChannel.deliver(SaturationAlertSamples.cleared("a1"));

        // then
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).startsWith("Fin : *** REA/03 : SpO2 84 %");
        assertThat(text(received))
                .startsWith("Fin : SpO2 84 % < 90 % depuis 15 s")
                .contains("Ended: SpO2 84 % < 90 % for 15 s")
                .contains("État / state: terminée / ended");
    }

    @Test
    void aMailHasTheTimeOfItsSendingAndLocalTimesWithTheirZone() throws Exception {
        // when
        mailChannel.deliver(SaturationAlertSamples.raised("a1"));

        // then
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(text(received))
                .contains("État / state: nouvelle alarme / raised")
                .contains("Depuis / since: 2026-03-01 09:00:15 +01:00 (Europe/Paris)");
    }

    private static String text(MimeMessage received) throws Exception {
        return (String) received.getContent();
    }

    @Test
    void aLineBreakInAMonitorsTextBeginsNoOtherHeader() throws Exception {
        // given
        Alert alarm = SaturationAlertSamples.raised("a1");
        alarm.setMessageFr("Moniteur : VF\r\nBcc: other@rea.example\r\n\r\nno text");
        alarm.setHash("monitor-MON-1\r\nBcc: other@rea.example");

        // when
        mailChannel.deliver(alarm);

        // then
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getSubject()).isEqualTo("*** REA/03 : Moniteur : VF Bcc: other@rea.example no text");
        assertThat(GreenMailUtil.getBody(received)).contains("spo2_low");
        assertThat(received.getMessageID()).isEqualTo("<monitor-MON-1%0D%0ABcc:+other@rea.example@vigie>");
    }

    @Test
    void onlyUrgentAlarmsAreMailed() {
        assertThat(mailChannel.wants(SaturationAlertSamples.raised("a1"))).isTrue();
        assertThat(mailChannel.wants(SaturationAlertSamples.cleared("a1"))).isFalse();
        assertThat(mailChannel.wants(
                        SaturationAlertSamples.of("a1", AlertStateRecord.RAISED, AlarmPriorityRecord.MEDIUM)))
                .isFalse();
        assertThat(mailChannel.wants(
                        SaturationAlertSamples.of("a1", AlertStateRecord.ESCALATED, AlarmPriorityRecord.HIGH)))
                .isTrue();
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        // given
        server.stop();

        // when, then
        assertThatThrownBy(() -> mailChannel.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryFailedException.class);
    }
}
