package org.vigie.notifications;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs Debian's prometheus-alertmanager on its own port. It reads its templates from the directory of its package. */
final class RealAlertmanager implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/bin/prometheus-alertmanager");

    private final Process process;
    private final int port;

    private RealAlertmanager(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns empty where Alertmanager is not installed. {@code ./vigie test} installs it where possible. */
    static Optional<Path> program() {
        return Optional.of(INSTALLED).filter(Files::isExecutable);
    }

    static RealAlertmanager start(Path program, Path directory, int port) throws IOException {
        Path configuration = Files.writeString(
                directory.resolve("alertmanager.yml"), "route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile())
                .start();
        return new RealAlertmanager(process, port);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns the active alerts as JSON; empty while Alertmanager does not answer. */
    String alerts() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/api/v2/alerts?active=true"))
                    .build();
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
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
