package org.vigie.local;

import java.util.List;
import java.util.stream.IntStream;

/** Threads that do nothing but keep the processors busy. */
final class BusyThreads implements AutoCloseable {
    private final List<Thread> threads;
    private volatile boolean closed;
    private volatile long turns;

    private BusyThreads(int number) {
        threads = IntStream.rangeClosed(1, number)
                .mapToObj(each -> new Thread(this::turn, "busy-" + each))
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
    }

    static BusyThreads start(int number) {
        var busy = new BusyThreads(number);
        busy.threads.forEach(Thread::start);
        return busy;
    }

    private void turn() {
        long counted = 0;
        while (!closed) {
            counted++;
        }
        turns = counted;
    }

    @Override
    public void close() {
        closed = true;
    }
}
