package org.vigie.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Runs the steps of a start beside each other. A step may wait for another one. */
final class StartSequence {
    private final List<CompletableFuture<Void>> steps = new ArrayList<>();

    /** Starts one or more parts. */
    interface StartStep {
        void run() throws Exception;
    }

    /** Begins a step in a thread of its own. */
    CompletableFuture<Void> begin(StartStep step) {
        return added(CompletableFuture.runAsync(() -> run(step), StartSequence::runInThread));
    }

    /** Begins a step in a thread of its own after another step was successful. */
    CompletableFuture<Void> beginAfter(CompletableFuture<Void> before, StartStep step) {
        return added(before.thenRunAsync(() -> run(step), StartSequence::runInThread));
    }

    /**
     * Waits for all steps, or for the first failure of one.
     *
     * @throws Exception the failure of that step
     */
    void await() throws Exception {
        var failed = new CompletableFuture<Void>();
        onFailure(failed::completeExceptionally);
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new)))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Reports the failure of each step that was begun before, without waiting for it. */
    void onFailure(Consumer<Throwable> report) {
        for (CompletableFuture<Void> step : steps) {
            var unused = step.exceptionally(problem -> {
                report.accept(problem instanceof CompletionException ? problem.getCause() : problem);
                return null;
            });
        }
    }

    private CompletableFuture<Void> added(CompletableFuture<Void> step) {
        steps.add(step);
        return step;
    }

    private static void runInThread(Runnable step) {
        var thread = new Thread(step, "start");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(StartStep step) {
        try {
            step.run();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
