package org.vigie.notifications.ihe;

import java.io.IOException;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.NotificationRules;
import org.vigie.notifications.config.NotificationsConfig.IheAcmConfig;
import org.vigie.platform.mllp.MllpClientConnection;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;

/**
 * Sends each transition as ORU^R40 to an alert manager by IHE Alert Communication Management. The alert manager confirms it by AA or CA.
 */
public final class IheAcmChannel implements NotificationChannel {
    /** The application of the alert manager has the alarm. CA says only that the message was stored. */
    private static final String ACCEPTED = "AA";

    private static final Pattern ACKNOWLEDGEMENT = Pattern.compile("[\r\n]MSA\\|(\\w\\w)");

    private final IheAcmConfig settings;
    private final Clock clock;
    private final MllpClientConnection connection;

    public IheAcmChannel(IheAcmConfig settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.connection = new MllpClientConnection(settings.host(), settings.port(), settings.confirmTimeout());
    }

    @Override
    public String name() {
        return "ihe-acm";
    }

    @Override
    public boolean mirrors() {
        return false;
    }

    @Override
    public boolean wants(Alert alert) {
        return NotificationRules.isNotified(
                alert, NotificationRules.REPORTED, AlarmPriorityRecord.valueOf(settings.atLeast()));
    }

    @Override
    public DeliveryReceipt deliver(Alert alert) throws DeliveryFailedException, DeliveryRefusedException {
        String code = ask(new Pcd04Message(alert, clock.instant()).text());
        if (code.endsWith("R")) {
            throw new DeliveryRefusedException("answered " + code);
        }
        if (!code.endsWith("A")) {
            throw DeliveryFailedException.answered("answered " + (code.isEmpty() ? "without MSA" : code), null);
        }
        return code.equals(ACCEPTED) ? DeliveryReceipt.DELIVERED : DeliveryReceipt.SENT;
    }

    /** Sends a message and returns the acknowledgement code of the answer. */
    private String ask(String message) throws DeliveryFailedException {
        try {
            return acknowledgment(connection.ask(message));
        } catch (IOException e) {
            throw new DeliveryFailedException(settings.host() + ":" + settings.port() + " does not confirm: " + e, e);
        }
    }

    /** Returns MSA-1 of the answer; empty without an MSA segment. Some receivers end segments with LF. */
    private static String acknowledgment(String answer) {
        Matcher found = ACKNOWLEDGEMENT.matcher(answer);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        connection.close();
    }
}
