package org.vigie.risk;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.vigie.risk.monitoring.FlinkLocalReporterFactory;
import org.vigie.risk.web.ReadOnlyWebHandlerFactory;
import org.vigie.risk.window.WindowFunction;

/** Translates the configuration to Flink's own options. */
final class FlinkOptionsFactory {
    private static final String LOOPBACK = "127.0.0.1";

    private FlinkOptionsFactory() {}

    /** Returns the options that the job needs on any Flink. */
    static Configuration job(FlinkConfig settings, Optional<Path> resumeFrom) {
        Configuration flink = new Configuration();
        flink.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        // Every type has an explicit serializer. With Kryo as a fallback the next version could not read the state.
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        // No step changes a record that it received.
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WindowFunction.STEP);
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointEvery());
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, settings.checkpointLocation());
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        resumeFrom.ifPresent(checkpoint -> resume(flink, checkpoint));
        return flink;
    }

    /** Returns the options of a small Flink in this JVM that is reachable from this machine only. */
    static Configuration local(FlinkConfig settings, Optional<Path> resumeFrom) {
        Configuration flink = job(settings, resumeFrom);
        flink.set(RestOptions.ADDRESS, LOOPBACK);
        flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        flink.set(RestOptions.PORT, settings.webPort());
        ReadOnlyWebHandlerFactory.turnOn(flink, settings.webPort());
        FlinkLocalReporterFactory.turnOn(flink);
        flink.set(JobManagerOptions.ADDRESS, LOOPBACK);
        flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(TaskManagerOptions.HOST, LOOPBACK);
        flink.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(TaskManagerOptions.NUM_TASK_SLOTS, settings.parallelism());
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
        flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        flink.set(CoreOptions.TMP_DIRS, settings.directory().resolve("tmp").toString());
        return flink;
    }

    private static void resume(Configuration flink, Path checkpoint) {
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
        flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }
}
