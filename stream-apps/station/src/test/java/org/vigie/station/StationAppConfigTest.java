package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;
import org.vigie.station.display.AdultAgeConfig;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitClockConfig;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.BedWatchConfig;
import org.vigie.station.login.OidcConfig;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.UserHeadersConfig;

class StationAppConfigTest {
    @TempDir
    private Path directory;

    @Test
    void theDefaultsListenOnLoopback() {
        // when
        var config = ConfigLoader.load(Optional.empty(), StationConfig.class, Map.of());

        // then
        assertThat(config).isEqualTo(StationConfig.defaults());
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(18080);
    }

    @Test
    void everyKeyCanBeSet() throws IOException {
        // when
        var config = load("""
                kafka: {bootstrapServers: "kafka:9092", registryUrl: "http://registry:8081", namespace: replay, partitions: 8}
                host: 0.0.0.0
                port: 9000
                allowedHosts: [icu.example]
                beds: [REA/03, REA/01]
                speed: 60
                history: PT6H
                limits:
                  continuous: PT20S
                  suspect: PT5M
                  imputedShare: 0.9
                  sources: {charting: PT90M}
                watch: {unread: PT20S, canary: PT0S, monitorSilence: PT5M}
                display: {score: SILENT, scoreByUnit: {REA: BED}, estimateFirst: false, units: CATALOGUE, clock: {zone: Europe/Paris, shifts: ["06:30"]}, adults: {from: 18, byUnit: {PED: 0}}}
                models: models
                users: {nameHeader: X-User, roleHeader: X-Role}
                access:
                  directory: secrets
                  idleLock: PT5M
                  sessionEnd: PT8H
                  publishedOnLoopback: true
                  watchToken: 0123456789abcdef
                  oidc: {issuer: "https://id.example", clientId: vigie, clientSecretFile: s, redirectUri: "https://icu.example/login/callback", rolesClaim: r, unitsClaim: u, scopes: [openid, offline_access], checkEvery: PT2M, uncheckedEnd: PT30M}
                """, Map.of("VIGIE_PORT", "9001"));

        // then
        assertThat(config.kafka().namespace()).isEqualTo("replay");
        assertThat(config.port()).isEqualTo(9001);
        assertThat(config.allowedHosts()).containsExactly("icu.example");
        assertThat(config.beds()).isEqualTo(List.of("REA/03", "REA/01"));
        assertThat(config.speed()).isEqualTo(60);
        assertThat(config.history()).isEqualTo(Duration.ofHours(6));
        assertThat(config.limits().continuous()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.limits().suspect()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.limits().sources()).containsEntry("charting", Duration.ofMinutes(90));
        assertThat(config.watch())
                .isEqualTo(new BedWatchConfig(Duration.ofSeconds(20), Duration.ZERO, Duration.ofMinutes(5)));
        assertThat(config.display())
                .isEqualTo(new DisplayConfig(
                        ScoreDisplay.SILENT,
                        Map.of("REA", ScoreDisplay.BED),
                        false,
                        UnitSystem.CATALOGUE,
                        new UnitClockConfig("Europe/Paris", List.of("06:30")),
                        new AdultAgeConfig(18, Map.of("PED", 0))));
        assertThat(config.models()).isEqualTo("models");
        assertThat(config.users()).isEqualTo(new UserHeadersConfig("X-User", "X-Role"));
        assertThat(config.access())
                .isEqualTo(new StationAccessConfig(
                        "secrets",
                        Duration.ofMinutes(5),
                        Duration.ofHours(8),
                        true,
                        "0123456789abcdef",
                        new OidcConfig(
                                "https://id.example",
                                "vigie",
                                "s",
                                "https://icu.example/login/callback",
                                "r",
                                "u",
                                List.of("openid", "offline_access"),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(30))));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> load("port: 70000", Map.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("port: must be 0 to 65535, was 70000");
        assertThatThrownBy(() -> load("allowedHosts: ['*']", Map.of()))
                .hasMessageContaining("allowedHosts: must be host names");
        assertThatThrownBy(() -> load("limits: {continuous: PT0S}", Map.of()))
                .hasMessageContaining("limits.continuous: must be positive, was PT0S");
        assertThatThrownBy(() -> load("limits: {suspect: PT0S}", Map.of()))
                .hasMessageContaining("limits.suspect: must be positive, was PT0S");
        assertThatThrownBy(() -> load("watch: {unread: PT0S}", Map.of()))
                .hasMessageContaining("watch.unread: must be positive, was PT0S");
        assertThatThrownBy(() -> load("watch: {monitorSilence: PT0S}", Map.of()))
                .hasMessageContaining("watch.monitorSilence: must be positive, was PT0S");
        assertThatThrownBy(() -> load("watch: {canary: -PT1S}", Map.of()))
                .hasMessageContaining("watch.canary: must be positive, or PT0S for none, was PT-1S");
        assertThatThrownBy(() -> load("display: {score: SOMETIMES}", Map.of()))
                .hasMessageContaining("display.score: must be one of OFF, SILENT, BED, TILE, was \"SOMETIMES\"");
        assertThatThrownBy(() -> load("access: {idleLock: PT0S}", Map.of()))
                .hasMessageContaining("access.idleLock: must be positive, was PT0S");
        assertThatThrownBy(() -> load("access: {watchToken: short}", Map.of()))
                .hasMessageContaining("access.watchToken: must have 16 characters or more, had 5");
        assertThatThrownBy(() -> load("access: {oidc: {issuer: 'https://id.example'}}", Map.of()))
                .hasMessageContaining("access.oidc: an issuer needs clientId");
        assertThatThrownBy(() -> load(
                        "access: {oidc: {issuer: 'http://id.example', clientId: v, redirectUri: 'https://x/login/callback'}}",
                        Map.of()))
                .hasMessageContaining("access.oidc.issuer: must begin with https://");
        assertThatThrownBy(() -> load("access: {oidc: {checkEvery: PT0S}}", Map.of()))
                .hasMessageContaining("access.oidc.checkEvery: must be positive, was PT0S");
        assertThatThrownBy(() -> load("access: {oidc: {uncheckedEnd: -PT1S}}", Map.of()))
                .hasMessageContaining("access.oidc.uncheckedEnd: must be positive, or PT0S for sessionEnd, was PT-1S");
        assertThatThrownBy(() -> load("access: {oidc: {scopes: [profile]}}", Map.of()))
                .hasMessageContaining("access.oidc.scopes: must hold openid, was [profile]");
        assertThatThrownBy(() -> load("speed: 0", Map.of())).hasMessageContaining("speed: must be above 0");
    }

    @Test
    void httpIsRefusedBeyondLoopbackUnlessAProxySpeaksTls() throws IOException {
        // given
        String provider = "host: 0.0.0.0\naccess: {oidc: {issuer: 'https://id.example', clientId: v,"
                + " redirectUri: 'https://x/login/callback'}}\n";

        // then
        assertThatThrownBy(() -> load(provider, Map.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("host: '0.0.0.0' is beyond loopback, where HTTP is refused")
                .hasMessageContaining("tls.certificate");
        assertThat(load(provider + "tls: {atProxy: true}", Map.of()).tls().isUsed())
                .isFalse();
        assertThat(load(provider + "tls: {keyStore: s.p12, password: p}", Map.of())
                        .tls()
                        .isUsed())
                .isTrue();
        assertThatThrownBy(() -> load("tls: {certificate: c.pem}", Map.of()))
                .hasMessageContaining("tls: certificate and privateKey must be given together");
    }

    @Test
    void theLocalLogInIsRefusedBeyondLoopback() {
        assertThatThrownBy(() -> load("host: 0.0.0.0", Map.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("host: '0.0.0.0' is beyond loopback")
                .hasMessageContaining("users.nameHeader");
    }

    private StationConfig load(String yaml, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(directory.resolve("station.yaml"), yaml);
        return ConfigLoader.load(Optional.of(file), StationConfig.class, environment);
    }
}
