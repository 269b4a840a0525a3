package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.Test;
import org.vigie.platform.monitoring.HealthResult;

class JobStateQueryTest {
    private final FakeJobClient job = new FakeJobClient();
    private final JobStateQuery query = new JobStateQuery(job);

    @Test
    void theStateIsWhatFlinkAnswers() {
        // given
        job.answer = () -> CompletableFuture.completedFuture(JobStatus.RESTARTING);

        // when, then
        assertThat(query.state()).contains(JobStatus.RESTARTING);
    }

    @Test
    void aQuestionThatFailsIsNoEndOfTheJob() {
        // given
        job.answer = () -> CompletableFuture.failedFuture(new TimeoutException("the dispatcher did not answer"));

        // when, then
        assertThat(query.state()).isEmpty();
        assertThat(query.check("job", Optional::isEmpty).check())
                .isEqualTo(new HealthResult(true, "no answer from Flink"));
    }

    @Test
    void aJobWhoseResultIsThereHasEndedAlthoughItsClusterAnswersNoMore() {
        // given
        job.answer = FakeJobClient::shutDown;

        // when
        job.result.complete(null);

        // then
        assertThat(query.state()).contains(JobStatus.FINISHED);
    }

    @Test
    void aJobWhoseResultIsAFailureHasFailed() {
        // given
        job.answer = FakeJobClient::shutDown;

        // when
        job.result.completeExceptionally(new IllegalStateException("the job gave up"));

        // then
        assertThat(query.state()).contains(JobStatus.FAILED);
    }

    @Test
    void aJobThatEndsWhileItIsAskedHasEnded() {
        // given
        job.answer = () -> {
            job.result.complete(null);
            return FakeJobClient.shutDown();
        };

        // when, then
        assertThat(query.state()).contains(JobStatus.FINISHED);
    }
}
