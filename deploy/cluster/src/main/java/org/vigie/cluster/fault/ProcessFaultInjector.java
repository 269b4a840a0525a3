package org.vigie.cluster.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vigie.cluster.InfrastructureRestart;
import org.vigie.cluster.RollingRestart;
import org.vigie.cluster.RunningCluster;
import org.vigie.cluster.process.ProcessSignals;

/** Carries out faults on a running cluster. */
record ProcessFaultInjector(RunningCluster cluster, NumberedSender sender, RollingRestart rolling, SmallDisks disks) {
    private static final Duration CLOCK_ERROR = Duration.ofHours(-1);
    private static final int REBALANCES = 3;
    private static final long BETWEEN_REBALANCES_S = 3;

    /** Carries out one fault and returns when it is over; the cluster need not have recovered. */
    void inject(PlannedFault fault) throws InterruptedException {
        switch (fault.kind()) {
            case KILL -> cluster.processes().get(fault.target()).kill();
            case PAUSE -> pause(List.of(fault.target()), fault.seconds());
            case BROKER_GONE -> absent(List.of(fault.target()), fault.seconds());
            case TWO_BROKERS_GONE -> absent(List.of("broker-1", "broker-2"), fault.seconds());
            case DISK_FULL -> fillDisk(fault.target(), fault.seconds());
            case STORE_DOWN -> absent(List.of("store"), fault.seconds());
            case ONE_MODEL_GONE -> absent(List.of("model-server-1"), fault.seconds());
            case MODEL_DEAD -> absent(List.of("model-server-1", "model-server-2"), fault.seconds());
            case MODEL_SLOW -> pause(List.of("model-server-1", "model-server-2"), fault.seconds());
            case POISON -> new PoisonSender(cluster.kafka()).send();
            case REBALANCE -> rebalance(List.of("vitals-streams-2", "alert-streams-2"));
            case CLOCK_STEP -> stepClock(fault.seconds());
            case ROLLING_RESTART -> rolling.run();
            case ROLLING_INFRASTRUCTURE -> new InfrastructureRestart(cluster).run();
        }
    }

    private void pause(List<String> names, int seconds) throws InterruptedException {
        List<ProcessSignals> paused = names.stream()
                .map(name -> cluster.processes().get(name).signals())
                .toList();
        paused.forEach(ProcessSignals::pause);
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } finally {
            paused.forEach(ProcessSignals::resume);
        }
    }

    /** Kills processes, and lets the supervisor start them again after some seconds. */
    private void absent(List<String> names, int seconds) throws InterruptedException {
        names.forEach(cluster.supervisor()::leave);
        try {
            names.forEach(name -> cluster.processes().get(name).kill());
            TimeUnit.SECONDS.sleep(seconds);
        } finally {
            names.forEach(cluster.supervisor()::watch);
        }
    }

    /** A process that ends because of it is started again when the disk has room. */
    private void fillDisk(String name, int seconds) throws InterruptedException {
        ProcessSignals process = cluster.processes().get(name).signals();
        Optional<SmallDisk> disk = disks.of(name);
        cluster.supervisor().leave(name);
        try {
            fillDisk(disk, process, seconds);
        } finally {
            cluster.supervisor().watch(name);
        }
    }

    private static void fillDisk(Optional<SmallDisk> disk, ProcessSignals process, int seconds)
            throws InterruptedException {
        try {
            disk.ifPresentOrElse(SmallDisk::fill, process::stopFilesGrowing);
            TimeUnit.SECONDS.sleep(seconds);
        } finally {
            disk.ifPresentOrElse(SmallDisk::empty, process::letFilesGrow);
        }
    }

    private void rebalance(List<String> names) throws InterruptedException {
        for (int time = 0; time < REBALANCES; time++) {
            names.forEach(name -> cluster.processes().get(name).close());
            TimeUnit.SECONDS.sleep(BETWEEN_REBALANCES_S);
        }
    }

    private void stepClock(int seconds) throws InterruptedException {
        sender.stepClock(CLOCK_ERROR);
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } finally {
            sender.stepClock(Duration.ZERO);
        }
    }
}
