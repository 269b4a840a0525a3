package org.vigie.bench.streams;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Replays a recorded ward again and again in a process of its own, at the low priority that {@code ./vigie replay} has.
 *
 * @param past the recorded ward
 * @param directory for what the process prints
 */
record ReplayBeside(KafkaConnectionConfig past, Path directory) {
    /** Starts the process. Closing ends it. */
    RunningReplay start(String study) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        "nice",
                        "-n",
                        "10",
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayLoop.class.getName(),
                        past.bootstrapServers(),
                        past.registryUrl(),
                        past.namespace(),
                        study))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(study + ".log").toFile())
                .start();
        return new RunningReplay(process);
    }

    /** Is a replay that runs. */
    record RunningReplay(Process process) implements AutoCloseable {
        /** @throws IllegalStateException when the replay ended by itself, so that nothing ran beside the ward */
        void requireRunning() {
            if (!process.isAlive()) {
                throw new IllegalStateException("the replay ended with exit code " + process.exitValue());
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .exceptionally(late -> process.destroyForcibly())
                    .join();
            process.onExit().join();
        }
    }
}
