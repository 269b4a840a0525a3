package org.vigie.sink.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Configures a store that is InfluxDB 2 or 3.
 *
 * @param bucket that takes the rows; empty: the store is QuestDB
 * @param organisation of the bucket
 * @param tokenFile holds a token that may write into the bucket; none: InfluxDB asks for no token
 */
public record InfluxDbConfig(String bucket, String organisation, Optional<Path> tokenFile) {
    public InfluxDbConfig {
        if (bucket.isEmpty() && tokenFile.isPresent()) {
            throw new IllegalArgumentException(
                    "influxdb.bucket: must be named when influxdb.tokenFile is, was ''; remove the file for QuestDB");
        }
        if (organisation.isBlank()) {
            throw new IllegalArgumentException("influxdb.organisation: must not be blank, was '" + organisation + "'");
        }
    }

    public static InfluxDbConfig defaults() {
        return new InfluxDbConfig("", "vigie", Optional.empty());
    }

    public boolean isOn() {
        return !bucket.isEmpty();
    }
}
