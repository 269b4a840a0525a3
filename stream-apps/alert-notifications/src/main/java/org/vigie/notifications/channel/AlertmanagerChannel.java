package org.vigie.notifications.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.notifications.config.NotificationsConfig.AlertmanagerConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.tls.ClientTlsConfig;

/**
 * Shows the open alarms in Prometheus Alertmanager (API v2).
 *
 * <p>Alertmanager removes an alert that is not posted again in time. Every open alarm is therefore posted again well before it expires. A
 * cleared alarm is posted with its end. Alertmanager identifies an alarm by its labels: after a change of priority the alarm ends under the
 * old labels and continues under the new ones. The label {@code incident} lets Alertmanager group the alarms of one incident.
 */
public final class AlertmanagerChannel implements NotificationChannel {
    private final AlertmanagerConfig settings;
    private final NotificationHttpClient notificationHttpClient;
    private final Map<String, Alert> open = new LinkedHashMap<>();
    /** Alarms that have ended and whose end was not posted yet. */
    private final List<Alert> ended = new ArrayList<>();

    private boolean changed;
    private Instant postedAt = Instant.MIN;

    /** @param tls whom the channel trusts over https */
    public AlertmanagerChannel(AlertmanagerConfig settings, ClientTlsConfig tls) {
        this.settings = settings;
        this.notificationHttpClient = new NotificationHttpClient(tls);
    }

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public boolean mirrors() {
        return true;
    }

    @Override
    public boolean wants(Alert alert) {
        return alert.getKind() != AlertKind.PREDICTED;
    }

    @Override
    public DeliveryReceipt deliver(Alert alert) {
        Alert before = alert.getState() == AlertStateRecord.CLEARED
                ? open.remove(alert.getAlert())
                : open.put(alert.getAlert(), alert);
        if (before != null
                && (alert.getState() == AlertStateRecord.CLEARED
                        || !new AlertmanagerAlert(before).labels().equals(new AlertmanagerAlert(alert).labels()))) {
            ended.add(before);
        }
        changed |= before != null || alert.getState() != AlertStateRecord.CLEARED;
        return DeliveryReceipt.SENT;
    }

    @Override
    public void tick(Instant now) throws DeliveryFailedException, DeliveryRefusedException {
        if (!changed && (open.isEmpty() || now.isBefore(postedAt.plus(settings.resend())))) {
            return;
        }
        List<Map<String, Object>> posted = new ArrayList<>();
        ended.forEach(alert -> posted.add(new AlertmanagerAlert(alert).posted(now, now)));
        open.values()
                .forEach(alert -> posted.add(new AlertmanagerAlert(alert).posted(now, now.plus(settings.expiry()))));
        post(NotificationJson.text(posted));
        ended.clear();
        changed = false;
        postedAt = now;
    }

    private void post(String body) throws DeliveryFailedException, DeliveryRefusedException {
        notificationHttpClient.send(HttpRequest.newBuilder(URI.create(settings.url() + "/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
