package org.vigie.platform.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.retry.StreamThreadRestartPolicy;

/**
 * Replaces the stream thread of an app that died, or ends the app when a new thread would die too.
 *
 * <p>Kafka Streams starts the new thread in the dying one. When that fails, as for a name that cannot be resolved while a machine wakes up, the
 * app has no thread and still counts as running. This class therefore looks again once the dying thread has ended.
 */
final class StreamThreadReplacement {
    private static final Logger LOG = LoggerFactory.getLogger(StreamThreadReplacement.class);
    private static final String TAKEN = "another process runs under the same name;"
            + " give each process of the app an 'instance' and a 'stateDir' of its own";

    private final String app;
    private final StreamThreads threads;
    private final InstanceNameCheck nameCheck;
    private final ClosingSignal closing;
    private final Consumer<String> stopped;
    private final StreamThreadRestartPolicy restartPolicy = new StreamThreadRestartPolicy();
    private final InstantSource clock = InstantSource.system();

    /** Gives the stream threads of one app. */
    interface StreamThreads {
        /** Returns whether the app still wants to run and has no thread. */
        boolean isMissing();

        void add();
    }

    /** @param stopped takes the sentence that says why the app ends */
    StreamThreadReplacement(
            String app,
            StreamThreads threads,
            InstanceNameCheck nameCheck,
            ClosingSignal closing,
            Consumer<String> stopped) {
        this.app = app;
        this.threads = threads;
        this.nameCheck = nameCheck;
        this.closing = closing;
        this.stopped = stopped;
    }

    /** Runs on the dying thread: while it waits the member stays in its group, and what it held is not moved about. */
    StreamThreadExceptionResponse replace(Throwable broken) {
        Optional<String> end = unrecoverable(broken);
        if (end.isPresent()) {
            LOG.error("{} stops: {}", app, end.get(), broken);
            stopped.accept(app + " stopped: " + end.get());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Duration pause = restartPolicy.pause(clock.instant());
        LOG.error("{}: a stream thread died and is replaced in {} s", app, pause.toSeconds(), broken);
        if (closing.isClosedWithin(pause)) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        lookAfterEndOf(Thread.currentThread());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private Optional<String> unrecoverable(Throwable broken) {
        Optional<String> unreadable = restartPolicy.unrecoverable(broken);
        if (unreadable.isPresent() || !restartPolicy.isNameFenced(broken)) {
            return unreadable;
        }
        LOG.warn("{} was fenced by the broker; it asks whether another process has its name", app);
        return nameCheck.isTaken() ? Optional.of(TAKEN) : Optional.empty();
    }

    private void lookAfterEndOf(Thread dying) {
        var watch = new Thread(() -> addAfter(dying), app + "-thread-replacement");
        watch.setDaemon(true);
        watch.start();
    }

    private void addAfter(Thread dying) {
        try {
            dying.join();
            addMissing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds a thread when the app has none, until it has one or is closed. */
    void addMissing() {
        while (!closing.isClosed() && !isAdded()) {
            if (closing.isClosedWithin(restartPolicy.pause(clock.instant()))) {
                return;
            }
        }
    }

    private synchronized boolean isAdded() {
        try {
            if (threads.isMissing()) {
                LOG.warn("{} has no stream thread; one is added", app);
                threads.add();
            }
            return true;
        } catch (RuntimeException e) {
            LOG.error("{}: a stream thread could not be added; it is tried again", app, e);
            return false;
        }
    }
}
