package org.vigie.notifications.ihe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.config.NotificationsConfig.IheAcmConfig;

/** Tests delivery over MLLP and the meaning of each acknowledgement. */
class IheAcmChannelTest {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private volatile String terminator = "\r";
    private ServerSocket server;
    private IheAcmChannel acm;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var listener = new Thread(this::serve);
        listener.setDaemon(true);
        listener.start();
        acm = new IheAcmChannel(
                new IheAcmConfig(true, "127.0.0.1", server.getLocalPort(), Duration.ofMinutes(10), "LOW"),
                Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        acm.close();
        server.close();
    }

    @Test
    void aConfirmedAlarmIsDelivered() throws Exception {
        // when
        answers.addAll(List.of("AA", "CA"));

        // then
        assertThat(acm.deliver(SaturationAlertSamples.raised("a1"))).isEqualTo(DeliveryReceipt.DELIVERED);
        assertThat(acm.deliver(SaturationAlertSamples.cleared("a1"))).isEqualTo(DeliveryReceipt.SENT);

        assertThat(received).hasSize(2).allMatch(message -> message.startsWith("MSH|^~\\&|VIGIE|"));
    }

    @Test
    void anErrorIsTriedAgainARefusalIsNotAndABrokenLineIsMadeAnew() throws Exception {
        // given
        answers.addAll(List.of("AE", "AR", "hang up", "AA"));

        // when, then
        assertThatThrownBy(() -> acm.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryFailedException.class)
                .matches(failure -> ((NotificationChannel.DeliveryFailedException) failure).isAnswered());
        assertThatThrownBy(() -> acm.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryRefusedException.class);
        assertThatThrownBy(() -> acm.deliver(SaturationAlertSamples.raised("a1")))
                .isInstanceOf(NotificationChannel.DeliveryFailedException.class);

        // when
        acm.deliver(SaturationAlertSamples.raised("a1"));

        // then
        assertThat(received).hasSize(4);
    }

    @Test
    void anAnswerWhoseSegmentsEndWithALineFeedIsUnderstood() throws Exception {
        // given
        terminator = "\n";
        answers.addAll(List.of("AA", "AR"));

        // when, then
        assertThat(acm.deliver(SaturationAlertSamples.raised("a1"))).isEqualTo(DeliveryReceipt.DELIVERED);
        assertThatThrownBy(() -> acm.deliver(SaturationAlertSamples.cleared("a1")))
                .isInstanceOf(NotificationChannel.DeliveryRefusedException.class)
                .hasMessage("answered AR");
    }

    private void serve() {
        try {
            while (true) {
                try (Socket line = server.accept()) {
                    answer(line);
                }
            }
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    private void answer(Socket line) throws IOException {
        InputStream in = line.getInputStream();
        while (in.read() == 0x0B) {
            var message = new StringBuilder();
            for (int each = in.read(); each != 0x1C; each = in.read()) {
                message.append((char) each);
            }
            assertThat(in.read()).isEqualTo('\r');
            received.add(message.toString());
            String answer = answers.remove(0);
            if (answer.equals("hang up")) {
                return;
            }
            String frame = "\u000bMSH|^~\\&|ACM||VIGIE||20260301||ORA^R41^ORA_R41|1|P|2.6" + terminator + "MSA|"
                    + answer + "|x" + terminator + "\u001c\r";
            line.getOutputStream().write(frame.getBytes(StandardCharsets.UTF_8));
        }
    }
}
