package org.vigie.notifications.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;

/** Tests the defaults, the mapping and the refusals of the notification configuration. */
class AlertNotificationsConfigTest {
    @Test
    void noNotificationIsSentUntilAChannelIsTurnedOn() {
        // when
        NotificationsConfig defaults = NotificationsConfig.defaults();

        // then
        assertThat(defaults.alertmanager().enabled()).isFalse();
        assertThat(defaults.webhook().enabled()).isFalse();
        assertThat(defaults.mail().enabled()).isFalse();
        assertThat(defaults.iheAcm().enabled()).isFalse();
    }

    @Test
    void theExampleFileShowsTheDefaults() {
        // given
        Path example = Path.of("config", "alert-notifications.yaml");

        // when, then
        assertThat(ConfigLoader.load(Optional.of(example), NotificationsConfig.class, Map.of()))
                .isEqualTo(NotificationsConfig.defaults());
    }

    @Test
    void whatIsWrongIsNamedAndNoSecretIsPrinted() {
        // when
        refused(
                Map.of("VIGIE_WEBHOOK_ENABLED", "true", "VIGIE_WEBHOOK_SECRET", "short"),
                "webhook.secret: must have 16");
        refused(Map.of("VIGIE_MAIL_ENABLED", "true"), "mail.to: must name one address");
        for (String to : List.of(
                "garde", "garde@", "garde@rea.example;chef@rea.example", "Garde <garde@rea", "équipe: a@b.fr;")) {
            refused(
                    Map.of("VIGIE_MAIL_TO", "['" + to + "']"),
                    "mail.to: must be one address such as garde@hopital.example, was '" + to);
        }
        refused(Map.of("VIGIE_MAIL_FROM", "vigie"), "mail.from: must be one address");
        refused(Map.of("VIGIE_MAIL_PORT", "0"), "mail.port: must be 1 to 65535, was 0");
        refused(Map.of("VIGIE_ALERTMANAGER_EXPIRY", "PT90S"), "alertmanager.expiry: must be twice resend");
        refused(Map.of("VIGIE_IHE_ACM_AT_LEAST", "URGENT"), "iheAcm.atLeast: must be HIGH, MEDIUM or LOW");
        refused(Map.of("VIGIE_WEBHOOK_URL", "ftp://x"), "webhook.url");
        refused(Map.of("VIGIE_WATCH_MONITOR_SILENCE", "PT0S"), "watch.monitorSilence: must be positive, was PT0S");
        refused(Map.of("VIGIE_OLDEST", "PT0S"), "oldest: must be positive");
        refused(Map.of("VIGIE_KAFKA_NAMESPACE", "study-7"), "alarms of a replay are sent to nobody");

        // then
        assertThat(load(Map.of("VIGIE_WEBHOOK_SECRET", "a-secret-of-more-than-16"))
                        .toString())
                .doesNotContain("a-secret");
    }

    private static void refused(Map<String, String> environment, String why) {
        assertThatThrownBy(() -> load(environment))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(why);
    }

    private static NotificationsConfig load(Map<String, String> environment) {
        return ConfigLoader.load(Optional.empty(), NotificationsConfig.class, environment);
    }
}
