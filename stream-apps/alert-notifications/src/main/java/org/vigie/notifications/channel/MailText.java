package org.vigie.notifications.channel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/**
 * Words a mail about one transition of an alarm, in French and English.
 *
 * @param zone zone of the times in the mail
 */
record MailText(Alert alert, ZoneId zone) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx '('VV')'", Locale.ROOT);

    /** Returns one line. A line break in a monitor's own text must not begin another header. */
    String subject() {
        String line = (isEnded() ? "Fin : " : "") + NotificationRules.mark(NotificationRules.priority(alert)) + " "
                + alert.getBed() + " : " + NotificationRules.messageFr(alert);
        return line.replaceAll("\\p{Cntrl}+", " ");
    }

    String body() {
        return (isEnded() ? "Fin : " : "") + NotificationRules.messageFr(alert)
                + "\n" + (isEnded() ? "Ended: " : "") + NotificationRules.messageEn(alert)
                + "\n\nÉtat / state: " + state()
                + "\nLit / bed: " + alert.getBed()
                + "\nSéjour / stay: " + alert.getStay()
                + "\nRègle / rule: " + alert.getRule() + " " + alert.getRuleVersion()
                + "\nDepuis / since: " + local(alert.getRaisedAt()) + end() + called() + "\n";
    }

    private boolean isEnded() {
        return alert.getState() == AlertStateRecord.CLEARED;
    }

    private String state() {
        return switch (alert.getState()) {
            case RAISED -> "nouvelle alarme / raised";
            case UPGRADED -> "aggravée / upgraded";
            case DOWNGRADED -> "atténuée / downgraded";
            case ESCALATED -> "sans réponse, appel suivant / escalated";
            case CALLED_AGAIN -> "rappel / called again";
            case ACKNOWLEDGED -> "acquittée / acknowledged";
            case LATCHED -> "terminée, à réarmer / latched";
            case CLEARED -> "terminée / ended";
            default -> alert.getState().name();
        };
    }

    private String end() {
        return alert.getClearedAt() == null ? "" : "\nFin / ended: " + local(alert.getClearedAt());
    }

    private String called() {
        return alert.getCondition() == null
                        || alert.getCondition().getEscalatedTo().isEmpty()
                ? ""
                : "\nAppelé / called: " + alert.getCondition().getEscalatedTo();
    }

    private String local(Instant time) {
        return TIME.format(time.atZone(zone));
    }
}
