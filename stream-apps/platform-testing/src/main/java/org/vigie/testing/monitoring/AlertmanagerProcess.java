package org.vigie.testing.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.testing.process.TestProgram;

/** Runs Debian's prometheus-alertmanager on its own port. It reads its templates from the directory of its package. */
public final class AlertmanagerProcess implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/bin/prometheus-alertmanager");

    private final TestProgram program;
    private final int port;

    private AlertmanagerProcess(TestProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /** Returns empty where Alertmanager is not installed. {@code ./vigie test} installs it where possible. */
    public static Optional<Path> program() {
        return Optional.of(INSTALLED).filter(Files::isExecutable);
    }

    public static AlertmanagerProcess start(Path program, Path directory, int port) throws IOException {
        Path configuration = Files.writeString(
                directory.resolve("alertmanager.yml"), "route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n");
        var command = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile());
        return new AlertmanagerProcess(TestProgram.start(command), port);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns the active alerts as JSON; empty while Alertmanager does not answer. */
    public String alerts() {
        return get("/api/v2/alerts?active=true");
    }

    /** Returns the active alerts in the groups of its routes, as Grafana's panel asks for them; empty while Alertmanager does not answer. */
    public String groups() {
        return get("/api/v2/alerts/groups");
    }

    private String get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + path)).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
