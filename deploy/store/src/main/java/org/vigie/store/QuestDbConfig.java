package org.vigie.store;

import io.questdb.Bootstrap;
import io.questdb.DynamicPropServerConfiguration;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerConfiguration;
import io.questdb.std.FilesFacadeImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * Configures QuestDB: {@code server.conf} and {@code log.conf} in the store's directory, and its users. The environment of the process
 * does not reach QuestDB.
 */
final class QuestDbConfig extends PropBootstrapConfiguration {
    private final StoreAccount admin;
    private final StoreAccount reader;
    private final IntSupplier httpPort;

    /** @param httpPort port on which QuestDB listens, read once it listens */
    QuestDbConfig(StoreAccount admin, StoreAccount reader, IntSupplier httpPort) {
        this.admin = admin;
        this.reader = reader;
        this.httpPort = httpPort;
    }

    /** Writes both files and replaces older ones. */
    void writeTo(Path dir, int httpPort, int pgPort) throws IOException {
        admin.create();
        reader.create();
        Path conf = Files.createDirectories(dir.resolve("conf"));
        Files.createDirectories(dir.resolve("log"));
        String addresses = "http.net.bind.to=" + EmbeddedStore.LOOPBACK + ":" + httpPort + "\n" + "pg.net.bind.to="
                + EmbeddedStore.LOOPBACK + ":" + pgPort + "\n";
        String users =
                "pg.user=" + admin.user() + "\npg.password=" + admin.password() + "\npg.readonly.user.enabled=true\n"
                        + "pg.readonly.user=" + reader.user() + "\npg.readonly.password=" + reader.password() + "\n";
        StoreAccount.writePrivate(conf.resolve("server.conf"), bundled("server.conf") + addresses + users);
        Files.writeString(conf.resolve("log.conf"), bundled("log.conf"));
    }

    /** Keeps QuestDB's factories and replaces the one for access rights. */
    @Override
    public ServerConfiguration getServerConfiguration(Bootstrap bootstrap) throws Exception {
        return new DynamicPropServerConfiguration(
                bootstrap.getRootDirectory(),
                bootstrap.loadProperties(),
                getEnv(),
                bootstrap.getLog(),
                bootstrap.getBuildInformation(),
                FilesFacadeImpl.INSTANCE,
                bootstrap.getMicrosecondClock(),
                (configuration, engine, freeOnExit) ->
                        new StoreSecurityFactory(configuration, admin, reader, httpPort));
    }

    /** The process's environment does not reach QuestDB. */
    @Override
    public Map<String, String> getEnv() {
        return Map.of();
    }

    /** Starts no web console: it would be unpacked on every start. */
    @Override
    public boolean useSite() {
        return false;
    }

    private static String bundled(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(QuestDbConfig.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
