package org.vigie.cluster.process;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes one Java process.
 *
 * @param name of the process, of its log and of its folder
 * @param javaOptions options of the JVM
 * @param classPath absolute paths, separated as the system separates them
 * @param mainClass class with the {@code main} method
 * @param arguments of {@code main}
 * @param environment variables beside those of this process
 * @param health address that answers 200 when the process can work, or {@code tcp://host:port} that must accept a connection
 * @param metrics page for a person or a Prometheus server
 */
public record ProcessPlan(
        String name,
        List<String> javaOptions,
        String classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment,
        URI health,
        Optional<URI> metrics) {
    public ProcessPlan {
        javaOptions = List.copyOf(javaOptions);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
