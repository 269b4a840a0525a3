package org.vigie.notifications.delivery;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.vigie.notifications.channel.AlertmanagerChannel;
import org.vigie.notifications.channel.MailChannel;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.WebhookChannel;
import org.vigie.notifications.config.NotificationsConfig;
import org.vigie.notifications.ihe.IheAcmChannel;

/** Opens the channels that the configuration enables. Each call opens channels of their own, since one thread uses a channel. */
record EnabledChannels(NotificationsConfig config, Clock clock) {
    /** Opens every enabled channel. */
    List<NotificationChannel> all() {
        List<NotificationChannel> channels = new ArrayList<>();
        if (config.alertmanager().enabled()) {
            channels.add(new AlertmanagerChannel(config.alertmanager(), config.tls()));
        }
        channels.addAll(calling());
        return channels;
    }

    List<NotificationChannel> calling() {
        List<NotificationChannel> channels = new ArrayList<>();
        if (config.webhook().enabled()) {
            channels.add(new WebhookChannel(config.webhook(), config.tls(), clock));
        }
        if (config.mail().enabled()) {
            channels.add(new MailChannel(config.mail(), clock.withZone(ZoneId.systemDefault())));
        }
        if (config.iheAcm().enabled()) {
            channels.add(new IheAcmChannel(config.iheAcm(), clock));
        }
        return channels;
    }
}
