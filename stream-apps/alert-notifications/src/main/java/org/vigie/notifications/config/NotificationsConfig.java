package org.vigie.notifications.config;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Configures the notification channels. Every channel is off by default.
 *
 * @param oldest an alarm that waited longer is counted and not sent
 * @param watch stations that are asked whether their beds are watched
 * @param tls whom the channels and the watch trust over https, and the certificate that they show
 * @param monitoring where metrics and health are served
 */
public record NotificationsConfig(
        KafkaConnectionConfig kafka,
        Duration oldest,
        AlertmanagerConfig alertmanager,
        WebhookConfig webhook,
        MailConfig mail,
        IheAcmConfig iheAcm,
        StationWatchConfig watch,
        ClientTlsConfig tls,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_095;

    private static final Set<String> PRIORITIES = Set.of("HIGH", "MEDIUM", "LOW");

    public NotificationsConfig {
        positive("oldest", oldest);
        if (TopicCatalogue.isReplay(kafka.namespace())) {
            throw new IllegalArgumentException("kafka.namespace: must be the namespace of a ward, was the replay '"
                    + kafka.namespace() + "'; alarms of a replay are sent to nobody");
        }
    }

    /** Creates a configuration with the default monitoring port. */
    public NotificationsConfig(
            KafkaConnectionConfig kafka,
            Duration oldest,
            AlertmanagerConfig alertmanager,
            WebhookConfig webhook,
            MailConfig mail,
            IheAcmConfig iheAcm) {
        this(
                kafka,
                oldest,
                alertmanager,
                webhook,
                mail,
                iheAcm,
                StationWatchConfig.none(),
                ClientTlsConfig.defaults(),
                MonitoringConfig.onPort(MONITORING_PORT));
    }

    public static NotificationsConfig defaults() {
        return new NotificationsConfig(
                KafkaConnectionConfig.defaults(),
                Duration.ofHours(1),
                AlertmanagerConfig.defaults(),
                WebhookConfig.defaults(),
                MailConfig.defaults(),
                IheAcmConfig.defaults());
    }

    /**
     * Configures the Alertmanager channel.
     *
     * @param url base address
     * @param resend interval at which open alarms are posted again
     * @param expiry time after which Alertmanager removes an alert that was not posted again
     */
    public record AlertmanagerConfig(boolean enabled, String url, Duration resend, Duration expiry) {
        public AlertmanagerConfig {
            web("alertmanager.url", url);
            positive("alertmanager.resend", resend);
            if (expiry.compareTo(resend.multipliedBy(2)) < 0) {
                throw new IllegalArgumentException("alertmanager.expiry: must be twice resend or more, was " + expiry);
            }
        }

        public static AlertmanagerConfig defaults() {
            return new AlertmanagerConfig(false, "http://127.0.0.1:9093", Duration.ofMinutes(1), Duration.ofMinutes(5));
        }
    }

    /**
     * Configures the webhook channel.
     *
     * @param secret secret of the signature; at least 16 characters when the channel is enabled
     * @param atLeast HIGH, MEDIUM or LOW
     */
    public record WebhookConfig(boolean enabled, String url, String secret, String atLeast) {
        public WebhookConfig {
            web("webhook.url", url);
            priority("webhook.atLeast", atLeast);
            if (enabled && secret.length() < 16) {
                throw new IllegalArgumentException(
                        "webhook.secret: must have 16 characters or more, had " + secret.length());
            }
        }

        public static WebhookConfig defaults() {
            return new WebhookConfig(false, "http://127.0.0.1:8099/vigie", "", "LOW");
        }

        @Override
        public String toString() {
            return "WebhookConfig[enabled=" + enabled + ", url=" + url + ", atLeast=" + atLeast + "]";
        }
    }

    /**
     * Configures the mail channel.
     *
     * @param startTls whether the connection must be encrypted
     * @param user user name; empty: the server requires no login
     */
    public record MailConfig(
            boolean enabled,
            String host,
            int port,
            boolean startTls,
            String user,
            String password,
            String from,
            List<String> to,
            String atLeast) {
        public MailConfig {
            checkPort("mail.port", port);
            priority("mail.atLeast", atLeast);
            to = List.copyOf(to);
            address("mail.from", from);
            to.forEach(each -> address("mail.to", each));
            if (enabled && to.isEmpty()) {
                throw new IllegalArgumentException("mail.to: must name one address or more, was " + to);
            }
        }

        public static MailConfig defaults() {
            return new MailConfig(false, "127.0.0.1", 25, false, "", "", "vigie@localhost", List.of(), "HIGH");
        }

        @Override
        public String toString() {
            return "MailConfig[enabled=" + enabled + ", host=" + host + ", port=" + port + ", to=" + to + "]";
        }
    }

    /**
     * Configures the IHE ACM channel.
     *
     * @param confirmTimeout time within which the receiver must confirm; IHE ACM: 5 s
     */
    public record IheAcmConfig(boolean enabled, String host, int port, Duration confirmTimeout, String atLeast) {
        public IheAcmConfig {
            checkPort("iheAcm.port", port);
            positive("iheAcm.confirmTimeout", confirmTimeout);
            priority("iheAcm.atLeast", atLeast);
        }

        public static IheAcmConfig defaults() {
            return new IheAcmConfig(false, "127.0.0.1", 2577, Duration.ofSeconds(5), "LOW");
        }
    }

    private static void web(String key, String url) {
        if (!url.matches("https?://.+[^/]")) {
            throw new IllegalArgumentException(
                    key + ": must begin with http:// or https:// and not end with /, was '" + url + "'");
        }
    }

    private static void address(String key, String address) {
        if (!isAddress(address)) {
            throw new IllegalArgumentException(
                    key + ": must be one address such as garde@hopital.example, was '" + address + "'");
        }
    }

    private static boolean isAddress(String text) {
        try {
            var address = new InternetAddress(text, true);
            address.validate();
            return !address.isGroup();
        } catch (AddressException e) {
            return false;
        }
    }

    private static void checkPort(String key, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(key + ": must be 1 to 65535, was " + port);
        }
    }

    private static void priority(String key, String priority) {
        if (!PRIORITIES.contains(priority)) {
            throw new IllegalArgumentException(key + ": must be HIGH, MEDIUM or LOW, was '" + priority + "'");
        }
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(key + ": must be positive, was " + value);
        }
    }
}
