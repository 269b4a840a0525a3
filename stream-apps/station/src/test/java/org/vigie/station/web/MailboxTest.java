package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final Message DELTA = new Message("bed", "{}");

    @Test
    void aPageBeginsWithASnapshot() throws InterruptedException {
        var mailbox = new Mailbox(3);
        mailbox.offer(DELTA);
        assertThat(mailbox.take(Duration.ZERO)).contains(Message.SNAPSHOT);
        assertThat(mailbox.take(Duration.ZERO)).contains(DELTA);
        assertThat(mailbox.take(Duration.ZERO)).isEmpty();
    }

    @Test
    void aPageThatIsTooSlowLosesItsBacklogAndBeginsAnew() throws InterruptedException {
        var mailbox = new Mailbox(3);
        for (int i = 0; i < 4; i++) {
            mailbox.offer(DELTA);
        }
        assertThat(mailbox.take(Duration.ZERO)).contains(Message.SNAPSHOT);
        assertThat(mailbox.take(Duration.ZERO)).contains(DELTA);
    }
}
