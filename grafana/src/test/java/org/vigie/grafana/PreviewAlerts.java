package org.vigie.grafana;

import java.time.Duration;
import java.time.Instant;
import org.vigie.notifications.channel.AlertmanagerChannel;
import org.vigie.notifications.config.NotificationsConfig.AlertmanagerConfig;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.story.AlertStory;
import org.vigie.testing.story.WardStory;

/** Posts the open alarms of {@link PreviewWard} to Alertmanager as the app that notifies people does. */
final class PreviewAlerts {
    private PreviewAlerts() {}

    static void post(String url, Instant now) throws Exception {
        var settings = new AlertmanagerConfig(true, url, Duration.ofMinutes(1), Duration.ofMinutes(30));
        var channel = new AlertmanagerChannel(settings, ClientTlsConfig.defaults());
        var ward = new WardStory();
        channel.deliver(raised(
                ward.bed("03")
                        .alert("a1")
                        .rule("map_low", VariableNames.ABP_MEAN)
                        .priority(AlarmPriorityRecord.HIGH),
                now.minusSeconds(720)));
        channel.deliver(raised(ward.bed("03").alert("a2").rule("rr_high", VariableNames.RR), now.minusSeconds(1100)));
        channel.deliver(raised(ward.bed("07").alert("a3"), now.minusSeconds(500)));
        channel.tick(now);
    }

    private static Alert raised(AlertStory story, Instant at) {
        return story.raisedAt(at).raised();
    }
}
