package org.vigie.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.tls.ServerTlsConfig;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ModelCardReader;
import org.vigie.station.health.BedWatchConfig;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.station.web.WebAddress;

/**
 * Configures the station.
 *
 * @param kafka connection to the broker that holds the topics
 * @param host address to listen on; loopback unless a proxy with a log-in stands before it
 * @param port 0 for any free one
 * @param allowedHosts names that users type for the page, with a port or without, beside loopback and {@code host}
 * @param beds beds with a fixed place, first to last; others follow by number
 * @param speed how many seconds the ward's clock may advance in a second of the wall clock: more than 1 when a recording is played faster
 * @param history how far back trends are rebuilt at start
 * @param limits how old a value may be
 * @param watch when a bed counts as not watched, and when a monitor's alarm is a new one
 * @param display what the site shows, and in which units
 * @param rules path of the rule file of {@code alert-streams}; empty for the shipped rules
 * @param models folder of the models whose cards stand beside their scores; empty for none
 * @param users headers of a proxy with a log-in, if there is one
 * @param access secrets and times of the log-in
 * @param tls certificate with which the page speaks HTTPS
 * @param monitoring where metrics and health are served
 */
public record StationConfig(
        KafkaConnectionConfig kafka,
        String host,
        int port,
        List<String> allowedHosts,
        List<String> beds,
        double speed,
        Duration history,
        StalenessConfig limits,
        BedWatchConfig watch,
        DisplayConfig display,
        String rules,
        String models,
        UserHeadersConfig users,
        StationAccessConfig access,
        ServerTlsConfig tls,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_098;

    public StationConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: must be an address to listen on, was '" + host + "'");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: must be 0 to 65535, was " + port);
        }
        if (!(speed > 0 && speed <= 10_000)) {
            throw new IllegalArgumentException("speed: must be above 0 and at most 10000, was " + speed);
        }
        if (history.isNegative() || history.compareTo(Duration.ofDays(2)) > 0) {
            throw new IllegalArgumentException("history: must be PT0S to PT48H, was " + history);
        }
        var web = new WebAddress(host, port, allowedHosts);
        if (!web.isLoopback() && !access.publishedOnLoopback()) {
            requireLogin(host, users.hasLogin() || access.oidc().isUsed());
            requireTls(host, tls.isUsed() || tls.atProxy() || users.hasLogin());
        }
        allowedHosts = web.allowedHosts();
        beds = List.copyOf(beds);
    }

    private static void requireLogin(String host, boolean hasLogin) {
        if (!hasLogin) {
            throw new IllegalArgumentException(
                    "host: '" + host + "' is beyond loopback, where one-time links and local PINs are"
                            + " refused; name a provider in access.oidc, or a proxy with a log-in by its headers users.nameHeader and"
                            + " users.roleHeader, or set access.publishedOnLoopback where only this machine reaches the port");
        }
    }

    private static void requireTls(String host, boolean hasTls) {
        if (!hasTls) {
            throw new IllegalArgumentException(
                    "host: '" + host + "' is beyond loopback, where HTTP is refused; name"
                            + " tls.certificate and tls.privateKey, or tls.keyStore, or set tls.atProxy where a proxy speaks TLS");
        }
    }

    /** Creates a configuration with the default display and monitoring port, the shipped rules and no model's card. */
    public StationConfig(
            KafkaConnectionConfig kafka,
            String host,
            int port,
            List<String> allowedHosts,
            List<String> beds,
            double speed,
            Duration history,
            StalenessConfig limits,
            UserHeadersConfig users) {
        this(
                kafka,
                host,
                port,
                allowedHosts,
                beds,
                speed,
                history,
                limits,
                BedWatchConfig.defaults(),
                DisplayConfig.defaults(),
                "",
                "",
                users,
                StationAccessConfig.defaults(),
                ServerTlsConfig.defaults(),
                MonitoringConfig.onPort(MONITORING_PORT));
    }

    /** Returns the configuration with the cards of the models in a folder. */
    public StationConfig withModels(Path folder) {
        return with(folder.toString(), access);
    }

    /** Returns the configuration with another directory for the secrets of the log-in. */
    public StationConfig withAccess(Path directory) {
        return with(models, StationAccessConfig.in(directory));
    }

    /** Returns the configuration for the page of a replay, which has its own port and users and serves no metrics. */
    public StationConfig ofReplay(KafkaConnectionConfig replay, int replayPort, Path users) {
        return new StationConfig(
                replay,
                host,
                replayPort,
                List.of(),
                beds,
                1,
                history,
                limits,
                watch,
                display,
                rules,
                models,
                UserHeadersConfig.defaults(),
                StationAccessConfig.in(users),
                tls,
                monitoring.withPort(0));
    }

    private StationConfig with(String models, StationAccessConfig access) {
        return new StationConfig(
                kafka,
                host,
                port,
                allowedHosts,
                beds,
                speed,
                history,
                limits,
                watch,
                display,
                rules,
                models,
                users,
                access,
                tls,
                monitoring);
    }

    /** @throws IllegalArgumentException when the rule file is invalid or cannot be read, or the folder of models holds no cards */
    WardViewConfig settings() {
        return new WardViewConfig(
                limits,
                ruleCatalogue(),
                new MonitorAlarmRule(watch.monitorSilence()),
                display,
                new ModelCardReader().read(Path.of(models)));
    }

    private AlarmRuleCatalogue ruleCatalogue() {
        if (rules.isBlank()) {
            return AlarmRuleCatalogue.adultIcu();
        }
        try {
            return AlarmRuleCatalogue.of(rules, Files.readString(Path.of(rules)));
        } catch (IOException e) {
            throw new UncheckedIOException("rules: cannot be read: " + rules, e);
        }
    }

    WebAddress web() {
        return new WebAddress(host, port, allowedHosts);
    }

    public static StationConfig defaults() {
        return new StationConfig(
                KafkaConnectionConfig.defaults(),
                "127.0.0.1",
                18080,
                List.of(),
                List.of(),
                1,
                Duration.ofDays(2),
                StalenessConfig.defaults(),
                UserHeadersConfig.defaults());
    }
}
