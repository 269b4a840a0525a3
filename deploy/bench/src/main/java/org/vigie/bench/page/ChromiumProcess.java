package org.vigie.bench.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs Chromium without a window and with a port for its DevTools. */
final class ChromiumProcess implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final long START_TIMEOUT_S = 120;
    private static final long STOP_TIMEOUT_S = 30;

    private final Process process;
    private final URI devTools;

    private ChromiumProcess(Process process, URI devTools) {
        this.process = process;
        this.devTools = devTools;
    }

    /** @param profile directory of its own, which it fills */
    static ChromiumProcess start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--window-size=1920,1080",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "chromium-end"));
        var address = new CompletableFuture<URI>();
        var reader = new Thread(() -> read(process, address), "chromium-output");
        reader.setDaemon(true);
        reader.start();
        return new ChromiumProcess(process, address.get(START_TIMEOUT_S, TimeUnit.SECONDS));
    }

    /** Reads all that Chromium writes: a full pipe would stop it. */
    private static void read(Process process, CompletableFuture<URI> address) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .filter(line -> line.startsWith(LISTENING))
                    .forEach(line -> address.complete(URI.create(line.substring(LISTENING.length()))));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
        address.completeExceptionally(new IllegalStateException("Chromium ended before its DevTools listened"));
    }

    /** Returns the address that lists its pages. */
    URI pages() {
        return URI.create("http://127.0.0.1:" + devTools.getPort() + "/json/list");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
