package org.vigie.bench.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program that announces its address on a line of its output.
 *
 * @param address what followed the announcement
 */
record AnnouncedProcess(Process process, URI address) implements AutoCloseable {
    private static final long STOP_TIMEOUT_S = 30;

    /**
     * Starts a program and waits for its address.
     *
     * @param announcement beginning of the line that ends with the address
     * @throws Exception when the program ended before, or announced nothing in this time
     */
    static AnnouncedProcess start(ProcessBuilder program, String announcement, Duration timeout) throws Exception {
        Process process = program.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "program-end"));
        var address = new CompletableFuture<URI>();
        var reader = new Thread(() -> read(process, announcement, address), "program-output");
        reader.setDaemon(true);
        reader.start();
        return new AnnouncedProcess(process, address.get(timeout.toSeconds(), TimeUnit.SECONDS));
    }

    /** Reads all that the program writes: a full pipe would stop it. */
    private static void read(Process process, String announcement, CompletableFuture<URI> address) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(announcement)) {
                    address.complete(URI.create(line.substring(announcement.length())));
                }
            }
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
        address.completeExceptionally(new IllegalStateException("the program ended before it announced its address"));
    }

    /** Ends the program and what it started: where it is a script, the work is done by its child. */
    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
    }

    @Override
    public void close() {
        end(process);
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
