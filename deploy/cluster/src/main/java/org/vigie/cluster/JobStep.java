package org.vigie.cluster;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.vigie.cluster.flink.FlinkJobSubmission;

/** Changes the Flink job to another build: it is stopped with a savepoint and goes on from it. */
final class JobStep implements RestartStep {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final FlinkJobKeeper keeper;
    private final Supplier<FlinkJobSubmission> before;
    private final Supplier<FlinkJobSubmission> next;
    private boolean isStopping;

    /**
     * @param before writes the configuration of the job that runs now
     * @param next writes the configuration of the job that shall run
     */
    JobStep(FlinkJobKeeper keeper, Supplier<FlinkJobSubmission> before, Supplier<FlinkJobSubmission> next) {
        this.keeper = keeper;
        this.before = before;
        this.next = next;
    }

    @Override
    public String name() {
        return "risk-flink";
    }

    @Override
    public void change() throws InterruptedException {
        awaitRunning();
        // It may be stopped although the answer is lost.
        isStopping = true;
        keeper.stopWithSavepoint();
        keeper.submit(next.get());
        awaitRunning();
    }

    /** Leaves a job that was not asked to stop. Ends any other, with a savepoint where it runs, and starts it as it was. */
    @Override
    public void takeBack() throws InterruptedException {
        if (isStopping) {
            keeper.end();
            keeper.submit(before.get());
        }
        awaitRunning();
    }

    private void awaitRunning() throws InterruptedException {
        try {
            keeper.awaitRunning(PATIENCE);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
