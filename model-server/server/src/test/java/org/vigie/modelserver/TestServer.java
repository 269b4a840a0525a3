package org.vigie.modelserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vigie.access.AccessRole;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.engine.EngineConfig;

/** Starts a server on free ports over copies of the shipped {@code survival-lstm} and connects a client to it. */
final class TestServer implements AutoCloseable {
    static final Path SHIPPED = Path.of(System.getProperty("vigie.repository"), "model-server/models/survival-lstm/1");
    static final int MAX_BODY = 4 << 20;
    private static final Path ACCESS = Path.of("target", "access");
    /** A machine that stands still for a minute delays an answer and is no reason to refuse it. */
    private static final Duration PATIENT = Duration.ofMinutes(10);

    private final ModelServer server;
    private final ModelServerClient client;

    private TestServer(ModelServerConfig config) {
        server = ModelServer.start(config);
        client = new ModelServerClient(server, bearer(AccessRole.SERVICE));
    }

    /** Starts a server that serves the shipped imputer too. */
    static TestServer withImputer(Path models) {
        Path imputer = Path.of(System.getProperty("vigie.repository"), "model-server/imputers/1");
        return new TestServer(config(0, models, VersionPolicy.ALL, 256, PATIENT)
                .withImputer(imputer.toString())
                .withTwoSidedImputer());
    }

    static TestServer start(Path models, VersionPolicy versions) {
        return start(models, versions, 256, PATIENT);
    }

    static TestServer start(Path models, VersionPolicy versions, int queue, Duration timeout) {
        return new TestServer(config(0, models, versions, queue, timeout));
    }

    static ModelServerConfig config(int httpPort, Path models, VersionPolicy versions, int queue, Duration timeout) {
        return new ModelServerConfig(
                        "127.0.0.1",
                        httpPort,
                        0,
                        List.of(),
                        models.toString(),
                        versions,
                        queue,
                        2,
                        64,
                        Duration.ZERO,
                        MAX_BODY,
                        timeout,
                        EngineConfig.defaults())
                .withAccess(ProgramAccessConfig.in(ACCESS));
    }

    /** File of the token that the servers made. */
    static Path tokenFile() {
        return ProgramAccessConfig.in(ACCESS).tokens().resolve(ProgramAccess.WARD);
    }

    /** Returns the authorization of a program with this role. */
    static String bearer(AccessRole role) {
        String name = role == AccessRole.SERVICE ? ProgramAccess.WARD : role.word();
        var tokens = new ApiTokens(ProgramAccessConfig.in(ACCESS).tokens());
        return "Bearer " + tokens.own(name, role).reveal();
    }

    /** Lays the shipped model into the folder as this version. */
    static Path copy(Path models, String version) throws IOException {
        Path to = Files.createDirectories(models.resolve("survival-lstm").resolve(version));
        Files.copy(SHIPPED.resolve(ModelBundle.SAVED_MODEL), to.resolve(ModelBundle.SAVED_MODEL));
        String card = Files.readString(SHIPPED.resolve(ModelBundle.CARD));
        Files.writeString(
                to.resolve(ModelBundle.CARD),
                card.replaceFirst("\"version\" : \"1\"", "\"version\" : \"" + version + "\""));
        return to;
    }

    ModelServer server() {
        return server;
    }

    ModelServerClient wire() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
