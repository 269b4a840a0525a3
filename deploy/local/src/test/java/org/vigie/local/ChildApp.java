package org.vigie.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one app's {@code main} in a process and a folder of its own. It can be started again after it was killed. */
final class ChildApp implements AutoCloseable {
    private static final long STOPS_WITHIN_S = 300;

    private final ProcessBuilder builder;
    private final Path output;
    private Process process;

    private ChildApp(ProcessBuilder builder, Path output) throws IOException {
        this.builder = builder;
        this.output = output;
        this.process = builder.start();
        ChildWard.endWithThisJvm(process);
    }

    static ChildApp start(Path home, String main, Path configuration, Map<String, String> environment)
            throws IOException {
        Path output = home.resolve("output.txt");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:MetaspaceSize=192m",
                        "-Djava.awt.headless=true",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main,
                        configuration.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        return new ChildApp(builder, output);
    }

    /** Ends it as {@code kill -9} does, and starts it again. */
    void killAndStartAgain() throws IOException {
        close();
        process = builder.start();
        ChildWard.endWithThisJvm(process);
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
