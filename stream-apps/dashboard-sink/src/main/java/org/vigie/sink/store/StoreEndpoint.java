package org.vigie.sink.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * Names the address of the store and the account for it. The record itself holds no secret.
 *
 * @param url base address of the HTTP interface of QuestDB or InfluxDB
 * @param user of QuestDB, who may create tables and write rows
 * @param passwordFile holds that user's password; none: the store asks for no password
 * @param influxdb the bucket, when the store is InfluxDB
 * @param tls whom the client trusts at {@code https}
 */
public record StoreEndpoint(
        String url, String user, Optional<Path> passwordFile, InfluxDbConfig influxdb, StoreTlsConfig tls) {
    /** Creates an endpoint of QuestDB. */
    public StoreEndpoint(String url, String user, Optional<Path> passwordFile) {
        this(url, user, passwordFile, InfluxDbConfig.defaults());
    }

    /** Creates an endpoint whose certificate Java trusts. */
    public StoreEndpoint(String url, String user, Optional<Path> passwordFile, InfluxDbConfig influxdb) {
        this(url, user, passwordFile, influxdb, StoreTlsConfig.defaults());
    }

    /**
     * Returns the value of the header {@code Authorization}; empty when there is no secret.
     *
     * @throws IllegalStateException when the file of the password or of the token cannot be read
     */
    public Optional<String> authorization() {
        return influxdb.isOn()
                ? influxdb.tokenFile().map(file -> "Token " + read("influxdb.tokenFile", file))
                : passwordFile.map(file -> basic(user + ":" + read("storePasswordFile", file)));
    }

    /** Names the key that holds the account, for a message. */
    String accountKey() {
        return influxdb.isOn() ? "influxdb.tokenFile" : "storePasswordFile";
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String key, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(key + ": must be a file that can be read, was " + file, e);
        }
    }
}
