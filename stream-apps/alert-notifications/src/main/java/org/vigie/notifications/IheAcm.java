package org.vigie.notifications;

import java.io.IOException;
import java.time.Clock;
import org.vigie.notifications.NotificationsConfig.IheAcmSettings;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertPriority;

/** IHE Alert Communication Management: each transition as ORU^R40 to an alert manager, which confirms it (AA or CA). */
final class IheAcm implements Channel {
    private final IheAcmSettings settings;
    private final Clock clock;
    private final MllpLine line;

    IheAcm(IheAcmSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.line = new MllpLine(settings.host(), settings.port(), settings.confirmTimeout());
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
        return Transitions.isTold(alert, Transitions.LIFE, AlertPriority.valueOf(settings.atLeast()));
    }

    @Override
    public void deliver(Alert alert) throws Undeliverable, Refused {
        try {
            String answer = line.ask(AlarmMessage.of(alert, clock.instant()));
            String code = acknowledgment(answer);
            if (code.endsWith("R")) {
                throw new Refused("answered " + code);
            }
            if (!code.endsWith("A")) {
                throw new Undeliverable("answered " + (code.isEmpty() ? "without MSA" : code));
            }
        } catch (IOException e) {
            throw new Undeliverable(settings.host() + ":" + settings.port() + " does not confirm: " + e, e);
        }
    }

    /** MSA-1. */
    private static String acknowledgment(String answer) {
        int msa = answer.indexOf("\rMSA|");
        return msa < 0 || answer.length() < msa + 7 ? "" : answer.substring(msa + 5, msa + 7);
    }

    @Override
    public void close() {
        line.close();
    }
}
