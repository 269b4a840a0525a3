package org.vigie.notifications.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.schemas.Alert;

/**
 * Holds the mails that the server took for some recipients and postponed for others, as greylisting does for each recipient.
 *
 * <p>They are sent to the others beside later mails, once a minute for half an hour. A stop of the app forgets them, which the log says. One thread uses it.
 */
final class PostponedMails {
    private static final Logger LOG = LoggerFactory.getLogger(PostponedMails.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Mails by the names of their alarms, in the order in which they are sent. */
    private final Map<String, PostponedMail> mails = new LinkedHashMap<>();

    /**
     * Holds the recipients that do not have a mail.
     *
     * @param next when it is sent to them
     * @param end when nobody waits for them any more
     */
    record PostponedMail(Alert alert, List<String> recipients, Instant next, Instant end) {}

    /** Takes note of the recipients that were postponed. There may be none. */
    void add(Alert alert, List<String> recipients, Instant now) {
        keep(new PostponedMail(alert, recipients, now.plus(PAUSE), now.plus(LONGEST)));
    }

    /** Keeps a mail for the recipients that still do not have it. */
    void postpone(PostponedMail mail, List<String> recipients, Instant now) {
        keep(new PostponedMail(mail.alert(), recipients, now.plus(PAUSE), mail.end()));
    }

    private void keep(PostponedMail mail) {
        if (mail.recipients().isEmpty()) {
            return;
        }
        if (mail.next().isAfter(mail.end())) {
            LOG.warn(
                    "Alarm {} is not sent any more to {}: the mail server postponed it for {}",
                    NotificationRules.key(mail.alert()),
                    mail.recipients(),
                    LONGEST);
        } else {
            mails.put(mail.alert().getAlert(), mail);
        }
    }

    /** Returns each alarm with the recipients that still wait for its mail: they never get it when the app stops. */
    List<String> waiting() {
        return mails.values().stream()
                .map(mail -> NotificationRules.key(mail.alert()) + " to " + String.join(", ", mail.recipients()))
                .toList();
    }

    /** Forgets an earlier mail about an alarm that has news: the news goes to every recipient. */
    void superseded(Alert news) {
        mails.remove(news.getAlert());
    }

    /** Removes and returns the oldest mail when its pause is over. */
    Optional<PostponedMail> due(Instant now) {
        Optional<PostponedMail> due = mails.values().stream()
                .filter(mail -> !now.isBefore(mail.next()))
                .findFirst();
        due.ifPresent(mail -> mails.remove(mail.alert().getAlert()));
        return due;
    }
}
