package org.vigie.local;

import java.lang.management.ManagementFactory;
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

    /** Brings the load of the machine to {@code load}. What other processes already give it counts, so that tests beside this one are not slowed for nothing. */
    static BusyThreads bringLoadTo(int load) {
        double already = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return start(missing(load, already, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Returns how many threads bring a machine to a load: one for each processor at least.
     *
     * @param already load average, negative where the system tells none
     */
    static int missing(int load, double already, int processors) {
        return Math.max(processors, load - (int) Math.max(0, already));
    }

    private static BusyThreads start(int number) {
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
