package org.vigie.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Runs threads that keep the processors busy. */
final class BusyThreads implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(50);

    private final List<Thread> threads;
    private volatile boolean closed;
    private volatile boolean isResting;

    private BusyThreads(int number) {
        threads = IntStream.rangeClosed(1, number)
                .mapToObj(each -> new Thread(this::turn, "busy-" + each))
                .toList();
    }

    static BusyThreads start(int number) {
        var busy = new BusyThreads(number);
        busy.threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
        return busy;
    }

    /** Returns true when every thread has begun. */
    boolean areBusy() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    /** Keeps no processor busy while {@code task} runs. */
    void restWhile(Runnable task) {
        isResting = true;
        task.run();
        isResting = false;
    }

    private void turn() {
        while (!closed) {
            if (isResting) {
                LockSupport.parkNanos(REST.toNanos());
            } else {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
