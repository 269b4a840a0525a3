package org.vigie.local;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Ends a run of the ward when an app of it stopped by itself, because the ward is not whole then.
 *
 * @param stoppedByItself completes with a sentence that says why an app stopped and what to do
 */
record WardEnd(CompletableFuture<String> stoppedByItself) {
    /**
     * Runs until the task is done, or until an app has stopped.
     *
     * @throws WardStartException with the sentence when an app has stopped
     */
    int run(Callable<Integer> task) throws Exception {
        Thread waiting = Thread.currentThread();
        var interruption = stoppedByItself.thenRun(waiting::interrupt);
        try {
            return task.call();
        } catch (Exception e) {
            throw stoppedByItself.isDone() ? new WardStartException(stoppedByItself.join(), e) : e;
        } finally {
            interruption.cancel(false);
            // The parts are closed without an interruption.
            var unused = Thread.interrupted();
        }
    }
}
