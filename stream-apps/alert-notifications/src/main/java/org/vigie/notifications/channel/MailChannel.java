package org.vigie.notifications.channel;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.channel.PostponedMails.PostponedMail;
import org.vigie.notifications.config.NotificationsConfig.MailConfig;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;

/**
 * Sends a mail for each call of an incident and each escalation, and for each technical alarm that is raised or upgraded.
 *
 * <p>A mail contains the bed and pseudonyms only. A repeated mail has the same Message-ID.
 */
public final class MailChannel implements NotificationChannel {
    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);

    private final MailConfig settings;
    private final Session session;
    private final Clock clock;
    private final PostponedMails postponed = new PostponedMails();

    /** @param clock gives the time of sending, and the zone of the times in a mail */
    public MailChannel(MailConfig settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean mirrors() {
        return false;
    }

    @Override
    public boolean wants(Alert alert) {
        return NotificationRules.isNotified(
                alert, NotificationRules.NEED_ATTENTION, AlarmPriorityRecord.valueOf(settings.atLeast()));
    }

    @Override
    public DeliveryReceipt deliver(Alert alert) throws DeliveryFailedException, DeliveryRefusedException {
        postponed.superseded(alert);
        try {
            send(message(alert, settings.to()));
            return DeliveryReceipt.SENT;
        } catch (SendFailedException e) {
            var failure = new MailFailure(e);
            DeliveryReceipt receipt = failure.receipt();
            postponed.add(alert, failure.postponed(), clock.instant());
            return receipt;
        } catch (MessagingException e) {
            throw new DeliveryFailedException(settings.host() + " takes no mail: " + e.getMessage(), e);
        }
    }

    /** Sends a mail to the recipients for which the server postponed it. One at a time: later calls wait for none. */
    @Override
    public void tick(Instant now) {
        postponed.due(now).ifPresent(mail -> sendAgain(mail, now));
    }

    @Override
    public void close() {
        for (String mail : lost()) {
            LOG.warn("Alarm {} is not sent any more: the mail server had postponed it, and the app stops", mail);
        }
    }

    /** Returns the mails that a stop of the app loses. */
    List<String> lost() {
        return postponed.waiting();
    }

    private void sendAgain(PostponedMail mail, Instant now) {
        String alarm = NotificationRules.key(mail.alert());
        try {
            send(message(mail.alert(), mail.recipients()));
            LOG.info("Alarm {} was sent by mail to {} now", alarm, mail.recipients());
        } catch (SendFailedException e) {
            LOG.warn("Alarm {} is still not accepted for {}: {}", alarm, mail.recipients(), e.getMessage());
            postponed.postpone(mail, new MailFailure(e).postponed(), now);
        } catch (MessagingException e) {
            LOG.warn("Alarm {} is still not sent to {}: {}", alarm, mail.recipients(), e.getMessage());
            postponed.postpone(mail, mail.recipients(), now);
        }
    }

    private MimeMessage message(Alert alert, List<String> recipients) throws MessagingException {
        StableIdMessage message = new StableIdMessage(session, "<" + NotificationRules.headerKey(alert) + "@vigie>");
        message.setFrom(new InternetAddress(settings.from()));
        for (String to : recipients) {
            message.addRecipient(RecipientType.TO, new InternetAddress(to));
        }
        var text = new MailText(alert, clock.getZone());
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        return message;
    }

    private void send(MimeMessage message) throws MessagingException {
        if (settings.user().isEmpty()) {
            Transport.send(message);
        } else {
            Transport.send(message, settings.user(), settings.password());
        }
    }

    private static Properties properties(MailConfig settings) {
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put(
                "mail.smtp.sendpartial", "true"); // one address that is refused leaves nobody else without the mail
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + timeout, Long.toString(NotificationHttpClient.REQUEST_TIMEOUT.toMillis()));
        }
        return properties;
    }

    /** Represents a mail message whose Message-ID is fixed by the alarm. */
    private static final class StableIdMessage extends MimeMessage {
        private final String id;

        StableIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
