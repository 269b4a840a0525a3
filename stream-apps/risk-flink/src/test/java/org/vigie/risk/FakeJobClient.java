package org.vigie.risk;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** Answers for a job as its test says, and takes no orders. */
final class FakeJobClient implements JobClient {
    final CompletableFuture<JobExecutionResult> result = new CompletableFuture<>();
    Supplier<CompletableFuture<JobStatus>> answer = () -> CompletableFuture.completedFuture(JobStatus.RUNNING);

    /** Refuses a question as Flink does once the cluster of a job has shut down. */
    static CompletableFuture<JobStatus> shutDown() {
        throw new IllegalStateException("MiniCluster is not yet running or has already been shut down.");
    }

    @Override
    public JobID getJobID() {
        return JobID.fromHexString("0123456789abcdef0123456789abcdef");
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
        return answer.get();
    }

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
        return result;
    }

    @Override
    public CompletableFuture<Void> cancel() {
        throw new UnsupportedOperationException("cancel");
    }

    @Override
    public CompletableFuture<String> stopWithSavepoint(boolean drain, String directory, SavepointFormatType format) {
        throw new UnsupportedOperationException("stopWithSavepoint");
    }

    @Override
    public CompletableFuture<String> triggerSavepoint(String directory, SavepointFormatType format) {
        throw new UnsupportedOperationException("triggerSavepoint");
    }

    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
        throw new UnsupportedOperationException("getAccumulators");
    }
}
