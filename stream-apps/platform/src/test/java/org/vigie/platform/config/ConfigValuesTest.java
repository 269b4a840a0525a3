package org.vigie.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigValuesTest {
    record ChannelConfig(String url, String password, Optional<Path> tokenFile) {}

    record ExampleConfig(
            ChannelConfig channel,
            List<ChannelConfig> others,
            Map<String, Duration> retention,
            Set<String> units,
            List<String> stations,
            String watchToken) {
        static ExampleConfig defaults() {
            return new ExampleConfig(
                    new ChannelConfig("http://127.0.0.1:8099/vigie", "", Optional.empty()),
                    List.of(),
                    Map.of(),
                    Set.of(),
                    List.of(),
                    "");
        }
    }

    private static final ExampleConfig CONFIG = new ExampleConfig(
            new ChannelConfig("https://hooks.example:8443/services/B0000000", "hospital", Optional.of(Path.of("t"))),
            List.of(new ChannelConfig("mqtt://lab:word@127.0.0.1:1883", "", Optional.empty())),
            Map.of("alerts.ledger", Duration.ofDays(730)),
            Set.of("REA", "CARDIO", "USC"),
            List.of("http://127.0.0.1:18080"),
            "a-token-of-a-program");

    @Test
    void eachSettingStandsUnderTheKeyOfItsFile() {
        assertThat(ConfigValues.of(CONFIG).values())
                .containsEntry("channel.tokenFile", "t")
                .containsEntry("others[0].tokenFile", "")
                .containsEntry("retention.alerts.ledger", "PT17520H")
                .containsEntry("stations", "[http://127.0.0.1:18080]")
                .containsEntry("units", "[CARDIO, REA, USC]");
    }

    @Test
    void ofASecretOneSeesOnlyThatItIsSet() {
        // when
        Map<String, String> values = ConfigValues.of(CONFIG).values();

        // then
        assertThat(values)
                .containsEntry("channel.password", "(set)")
                .containsEntry("others[0].password", "")
                .containsEntry("watchToken", "(set)");
        assertThat(values.toString()).doesNotContain("hospital", "a-token-of-a-program");
    }

    @Test
    void aSecretInsideAnAddressIsHidden() {
        // given
        var hook =
                new ChannelConfig("https://hooks.example/services/XyZ0123456789abcdef?key=word", "", Optional.empty());

        // when, then
        assertThat(ConfigValues.of(hook).values())
                .containsEntry("url", "https://hooks.example/services/(hidden)?(hidden)");
        assertThat(ConfigValues.of(CONFIG).values())
                .containsEntry("channel.url", "https://hooks.example:8443/services/B0000000")
                .containsEntry("others[0].url", "mqtt://(hidden)@127.0.0.1:1883");
    }

    @Test
    void whatIsAsTheDefaultsIsNotAmongTheChanges() {
        assertThat(ConfigValues.changed(ExampleConfig.defaults())).isEmpty();
        assertThat(ConfigValues.changed(CONFIG))
                .containsKeys("channel.url", "units", "watchToken")
                .doesNotContainKey("retention");
    }

    @Test
    void aConfigurationWithoutDefaultsShowsAllItsSettings() {
        assertThat(ConfigValues.changed(CONFIG.channel())).containsOnlyKeys("url", "password", "tokenFile");
    }

    @Test
    void theDigestChangesWithASettingAndNotWithASecret() {
        // given
        var before = new ChannelConfig("http://a:1", "one", Optional.empty());

        // when
        var moved = new ChannelConfig("http://b:1", "one", Optional.empty());
        var renewed = new ChannelConfig("http://a:1", "two", Optional.empty());

        // then
        String digest = ConfigValues.of(before).digest();
        assertThat(digest).hasSize(64).isEqualTo(ConfigValues.of(renewed).digest());
        assertThat(ConfigValues.of(moved).digest()).isNotEqualTo(digest);
    }
}
