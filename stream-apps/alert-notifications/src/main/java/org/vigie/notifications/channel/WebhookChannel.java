package org.vigie.notifications.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.vigie.notifications.config.NotificationsConfig.WebhookConfig;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.IncidentRecord;
import org.vigie.schemas.tls.ClientTlsConfig;

/**
 * Posts each call, acknowledgement and end of an incident, and each transition of a technical alarm, as JSON to a webhook.
 *
 * <p>The receiver checks {@code X-Vigie-Signature: sha256=HMAC-SHA256(secret, timestamp + "." + body)} and the age of {@code
 * X-Vigie-Timestamp} (s since 1970). {@code Idempotency-Key} identifies a transition that was already received.
 */
public final class WebhookChannel implements NotificationChannel {
    /** Header with which the receiver says that a person's device has the alarm. */
    private static final String RECEIPT = "X-Vigie-Delivery";

    private static final String DELIVERED = "delivered";

    private final WebhookConfig settings;
    private final Clock clock;
    private final NotificationHttpClient notificationHttpClient;

    /** @param tls whom the channel trusts over https */
    public WebhookChannel(WebhookConfig settings, ClientTlsConfig tls, Clock clock) {
        this.settings = settings;
        this.notificationHttpClient = new NotificationHttpClient(tls);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
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
        String body = NotificationJson.text(body(alert));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String receipt = notificationHttpClient.sendCall(
                HttpRequest.newBuilder(URI.create(settings.url()))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", NotificationRules.headerKey(alert))
                        .header("X-Vigie-Timestamp", timestamp)
                        .header(
                                "X-Vigie-Signature",
                                "sha256=" + WebhookSignature.of(settings.secret(), timestamp + "." + body))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                RECEIPT);
        return receipt.equalsIgnoreCase(DELIVERED) ? DeliveryReceipt.DELIVERED : DeliveryReceipt.SENT;
    }

    private static Map<String, Object> body(Alert alert) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("alert", alert.getAlert());
        body.put("state", alert.getState());
        body.put("priority", alert.getPriority());
        body.put("kind", alert.getKind());
        body.put("source", BedsideAlarmMapper.isOfMonitor(alert) ? "monitor" : "vigie");
        body.put("bed", alert.getBed());
        body.put("stay", alert.getStay());
        body.put("rule", alert.getRule());
        body.put("ruleVersion", alert.getRuleVersion());
        body.put("messageFr", alert.getMessageFr());
        body.put("messageEn", alert.getMessageEn());
        body.put("value", alert.getValue());
        body.put("limit", alert.getLimit());
        body.put("raisedAt", alert.getRaisedAt().toString());
        body.put("clearedAt", orNull(alert.getClearedAt(), Instant::toString));
        body.put("by", orNull(alert.getCommand(), AlarmCommandRecord::getBy));
        body.put("escalatedTo", orNull(alert.getCondition(), AlertCondition::getEscalatedTo));
        body.put("incident", orNull(alert.getIncident(), WebhookChannel::incident));
        return body;
    }

    private static Map<String, Object> incident(IncidentRecord incident) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("incident", incident.getIncident());
        body.put("call", incident.getNewCall());
        body.put("calls", incident.getCalls());
        body.put("priority", incident.getPriority());
        body.put("messageFr", incident.getMessageFr());
        body.put("messageEn", incident.getMessageEn());
        body.put("alerts", incident.getAlerts());
        return body;
    }

    private static <T, R> R orNull(T part, Function<T, R> value) {
        return part == null ? null : value.apply(part);
    }
}
