package org.vigie.local;

import java.util.List;
import java.util.stream.IntStream;

/** Runs threads that keep the processors busy. */
final class BusyThreads implements AutoCloseable {
    private final List<Thread> threads;
    private volatile boolean closed;

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

    private void turn() {
        while (!closed) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
