package org.vigie.sink;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.sink.row.LineDialect;
import org.vigie.sink.row.StoreTables;
import org.vigie.sink.store.InfluxDbConfig;
import org.vigie.sink.store.StoreEndpoint;
import org.vigie.sink.store.StoreTlsConfig;

/**
 * Configures the sink.
 *
 * @param storeUrl base address of the HTTP interface of QuestDB or InfluxDB
 * @param storeUser of QuestDB, who may create tables and write rows
 * @param storePasswordFile with that user's password; none: the store asks for no password
 * @param storeTls whom the sink trusts at {@code https}; {@code http} beyond loopback is refused
 * @param influxdb the bucket, when the store is InfluxDB
 * @param batchRows a batch is stored when it has this many rows
 * @param linger or when its oldest row has waited this long
 * @param instance identifies one of several sinks of a namespace; the same after a restart
 * @param monitoring where metrics and health are served
 */
public record SinkConfig(
        KafkaConnectionConfig kafka,
        String storeUrl,
        String storeUser,
        Optional<Path> storePasswordFile,
        StoreTlsConfig storeTls,
        InfluxDbConfig influxdb,
        int batchRows,
        Duration linger,
        String instance,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_097;

    public SinkConfig {
        if (!storeUrl.matches("https?://.+[^/]")) {
            throw new IllegalArgumentException(
                    "storeUrl: must begin with http:// or https:// and not end with /, was '" + storeUrl + "'");
        }
        storeTls.requireFor(URI.create(storeUrl));
        if (storeUser.isBlank() || storeUser.contains(":")) {
            throw new IllegalArgumentException("storeUser: must be a name without a colon, was '" + storeUser + "'");
        }
        if (batchRows < 1) {
            throw new IllegalArgumentException("batchRows: must be positive, was " + batchRows);
        }
        if (linger.isNegative()) {
            throw new IllegalArgumentException("linger: must not be negative, was " + linger);
        }
        if (instance.isBlank()) {
            throw new IllegalArgumentException("instance: must not be blank, was '" + instance + "'");
        }
    }

    /** Creates a configuration for QuestDB with the default monitoring port. */
    public SinkConfig(
            KafkaConnectionConfig kafka,
            String storeUrl,
            String storeUser,
            Optional<Path> storePasswordFile,
            int batchRows,
            Duration linger,
            String instance) {
        this(
                kafka,
                storeUrl,
                storeUser,
                storePasswordFile,
                StoreTlsConfig.defaults(),
                InfluxDbConfig.defaults(),
                batchRows,
                linger,
                instance,
                MonitoringConfig.onPort(MONITORING_PORT));
    }

    public static SinkConfig defaults() {
        return new SinkConfig(
                KafkaConnectionConfig.defaults(),
                "http://127.0.0.1:19000",
                "admin",
                Optional.empty(),
                5_000,
                Duration.ofMillis(500),
                "1");
    }

    StoreEndpoint store() {
        return new StoreEndpoint(storeUrl, storeUser, storePasswordFile, influxdb, storeTls);
    }

    public StoreTables tables() {
        return StoreTables.in(kafka.namespace(), influxdb.isOn() ? LineDialect.INFLUXDB : LineDialect.QUESTDB);
    }
}
