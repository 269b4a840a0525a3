package org.vigie.risk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HealthResult;

/**
 * Asks Flink for the state of the job. Only the result of the job says that it has ended: a question that is not answered, as after a halt
 * of the machine, does not.
 */
final class JobStateQuery {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String NO_ANSWER = "no answer from Flink";

    private final JobClient job;
    private final CompletableFuture<JobStatus> end;

    JobStateQuery(JobClient job) {
        this.job = job;
        this.end = job.getJobExecutionResult()
                .handle((result, problem) -> problem == null ? JobStatus.FINISHED : JobStatus.FAILED);
    }

    /** Returns the state; empty when Flink does not answer. The cluster of a job that has ended is gone and answers no more. */
    Optional<JobStatus> state() {
        return end.isDone() ? Optional.of(end.join()) : answer();
    }

    /** Returns a check that asks once. */
    HealthCheck check(String name, Predicate<Optional<JobStatus>> isUp) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public HealthResult check() {
                Optional<JobStatus> state = state();
                return new HealthResult(isUp.test(state), state.map(Enum::name).orElse(NO_ANSWER));
            }
        };
    }

    private Optional<JobStatus> answer() {
        try {
            return Optional.of(job.getJobStatus()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join());
        } catch (CompletionException | IllegalStateException unanswered) {
            return end.isDone() ? Optional.of(end.join()) : Optional.empty();
        }
    }
}
