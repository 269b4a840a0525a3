package org.vigie.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's prometheus-alertmanager: installed, or taken out of its package into the build folder without being installed. */
final class RealAlertmanager implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/bin/prometheus-alertmanager");
    private static final Path UNPACKED = Path.of("target", "alertmanager").toAbsolutePath();

    private final Process process;
    private final int port;

    private RealAlertmanager(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Empty where there is none and none can be fetched. */
    static Optional<Path> program() {
        Path unpacked = UNPACKED.resolve("usr/bin/prometheus-alertmanager");
        if (Files.isExecutable(INSTALLED)) {
            return Optional.of(INSTALLED);
        }
        if (!Files.isExecutable(unpacked)) {
            fetch();
        }
        return Optional.of(unpacked).filter(Files::isExecutable);
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

    /** Its active alerts as JSON; empty while it does not answer. */
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

    private static void fetch() {
        try {
            Files.createDirectories(UNPACKED);
            boolean fetched = run("apt-get", "download", "-q", "prometheus-alertmanager");
            try (Stream<Path> files = Files.list(UNPACKED)) {
                Optional<Path> archive =
                        files.filter(each -> each.toString().endsWith(".deb")).findFirst();
                if (fetched && archive.isPresent()) {
                    run("dpkg-deb", "-x", archive.get().toString(), UNPACKED.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(UNPACKED.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(UNPACKED.resolve("fetch.log").toFile())
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
