package org.vigie.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./vigie demo} in a process of its own that a test can kill. */
final class ChildWard implements AutoCloseable {
    private final Process process;
    private final Path output;

    private ChildWard(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ChildWard start(Path directory, String... options) throws IOException {
        return start(DemoCommand.class, directory, options);
    }

    /** @param main takes the options of {@code ./vigie demo} */
    static ChildWard start(Class<?> main, Path directory, String... options) throws IOException {
        return start(System.getProperty("java.class.path"), main, directory, options);
    }

    /** Starts a ward whose alarm rules stand in a folder before the class path. */
    static ChildWard startWith(Path rules, Class<?> main, Path directory, String... options) throws IOException {
        return start(rules + File.pathSeparator + System.getProperty("java.class.path"), main, directory, options);
    }

    private static ChildWard start(String classPath, Class<?> main, Path directory, String... options)
            throws IOException {
        Path output = Files.createTempFile(directory, "ward", ".out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1200m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=192m",
                "-Xss512k",
                "-Djava.awt.headless=true",
                "-cp",
                classPath,
                main.getName(),
                "--headless",
                "--variability",
                "none",
                "--data-dir",
                directory.resolve("data").toString(),
                "--model-dir",
                RepositoryPaths.root().resolve("model-server/models").toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        endWithThisJvm(process);
        return new ChildWard(process, output);
    }

    /** A test run that is interrupted leaves no process behind. */
    static void endWithThisJvm(Process process) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end of " + process.pid()));
    }

    /** @return the exit status */
    int await(Duration patience) throws InterruptedException, IOException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the ward did not end within " + patience + ":\n" + output());
        }
        return process.exitValue();
    }

    /** Kill -9. */
    void kill() {
        close();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
