package org.vigie.store;

import io.questdb.PropBootstrapConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** QuestDB's settings: {@code server.conf} and {@code log.conf} in the store's directory, and nothing else. */
final class QuestSettings extends PropBootstrapConfiguration {

    /** Writes both files; older ones are replaced. */
    static void place(Path dir, int httpPort, int pgPort) throws IOException {
        Path conf = Files.createDirectories(dir.resolve("conf"));
        Files.createDirectories(dir.resolve("log"));
        String addresses = "http.net.bind.to=" + EmbeddedStore.LOOPBACK + ":" + httpPort + "\n" + "pg.net.bind.to="
                + EmbeddedStore.LOOPBACK + ":" + pgPort + "\n";
        Files.writeString(conf.resolve("server.conf"), bundled("server.conf") + addresses);
        Files.writeString(conf.resolve("log.conf"), bundled("log.conf"));
    }

    /** The process's environment does not reach QuestDB. */
    @Override
    public Map<String, String> getEnv() {
        return Map.of();
    }

    /** No web console: it would be unpacked on every start. */
    @Override
    public boolean useSite() {
        return false;
    }

    private static String bundled(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(QuestSettings.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
