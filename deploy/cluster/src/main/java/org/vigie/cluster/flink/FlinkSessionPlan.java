package org.vigie.cluster.flink;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.cluster.process.ProcessPlan;

/**
 * Plans the processes of a Flink session cluster: one job manager and its task managers.
 *
 * @param lib folder with Flink's jars ({@code deploy/flink-session/target/lib})
 * @param environment of the job manager, which runs the {@code main} of each job
 */
public record FlinkSessionPlan(
        Path lib, ProcessFolder folder, FlinkSessionPorts ports, Map<String, String> environment) {
    private static final List<String> OPENED =
            List.of("lang", "lang.reflect", "net", "io", "nio", "text", "time", "util", "util.concurrent");

    /** Plans the job manager. */
    public ProcessPlan jobManager() {
        String name = "flink-jobmanager";
        return plan(
                name,
                256,
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                new FlinkProcessConfig(ports).jobManager(folder.state(name)),
                environment,
                URI.create("http://127.0.0.1:" + ports.rest() + "/overview"),
                ports.monitoring());
    }

    /** Plans a task manager. */
    public ProcessPlan taskManager(int number, TaskManagerPorts own) {
        String name = "flink-taskmanager-" + number;
        return plan(
                name,
                320,
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                new FlinkProcessConfig(ports).taskManager(name, own, folder.state(name)),
                Map.of(),
                URI.create("tcp://127.0.0.1:" + own.rpc()),
                own.monitoring());
    }

    private ProcessPlan plan(
            String name,
            int heapMib,
            String main,
            Map<String, String> settings,
            Map<String, String> variables,
            URI health,
            int monitoring) {
        Path configuration = folder.configuration(name);
        write(configuration.resolve("config.yaml"), lines(settings));
        return new ProcessPlan(
                name,
                options(heapMib, logging(configuration)),
                classPath(),
                main,
                List.of("--configDir", configuration.toString()),
                variables,
                health,
                Optional.of(URI.create("http://127.0.0.1:" + monitoring + "/metrics")));
    }

    private static List<String> options(int heapMib, Path logging) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + heapMib + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                // Pekko's ten seconds are too few on a machine that starts twenty processes, and Flink 2.3 does not
                // hand its pekko.startup-timeout on.
                "-Dpekko.remote.classic.startup-timeout=60s",
                "-Dlogback.configurationFile=" + logging));
        OPENED.forEach(name -> options.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED"));
        return options;
    }

    private static Path logging(Path configuration) {
        return write(configuration.resolve("logback.xml"), """
                <configuration>
                  <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} %msg%n</pattern></encoder>
                  </appender>
                  <root level="WARN"><appender-ref ref="CONSOLE"/></root>
                </configuration>
                """);
    }

    private static String lines(Map<String, String> settings) {
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                (key, value) -> lines.append(key).append(": '").append(value).append("'\n"));
        return lines.toString();
    }

    private String classPath() {
        try (Stream<Path> jars = Files.list(lib)) {
            return String.join(
                    File.pathSeparator,
                    jars.map(jar -> jar.toAbsolutePath().toString()).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Flink's jars are not in " + lib + ": build them with ./vigie build", e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }
}
