package org.vigie.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one app's {@code main} in a process and a folder of its own. */
final class ChildApp implements AutoCloseable {
    private static final long STOPS_WITHIN_S = 60;

    private final Process process;
    private final Path output;

    private ChildApp(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ChildApp start(Path home, String main, Path configuration, Map<String, String> environment)
            throws IOException {
        Path output = home.resolve("output.txt");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main,
                        configuration.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        ChildWard.endWithThisJvm(process);
        return new ChildApp(process, output);
    }

    /** Asks it to stop, as an operator does. Returns the exit status. */
    int stop() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(STOPS_WITHIN_S, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not stop within " + STOPS_WITHIN_S + " s:\n" + output());
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
