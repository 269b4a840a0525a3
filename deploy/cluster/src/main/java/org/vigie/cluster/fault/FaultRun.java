package org.vigie.cluster.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.vigie.cluster.RollingRestart;
import org.vigie.cluster.RunningCluster;

/** Carries out faults one after the other on a cluster under load, and checks after each one that nothing was lost. */
final class FaultRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The alarm of the first episode must have been raised after this time: before, a count of lost alarms proves nothing. */
    private static final Duration FIRST_EPISODE_DUE = Duration.ofSeconds(210);

    private final RunningCluster cluster;
    private final RollingRestart rolling;
    private final SmallDisks disks;
    private final Consumer<String> progress;
    private final NumberedSender sender;
    private final InvariantCheck invariants;
    private final RecoveryProbe recovery;
    private final AlarmFlowProbe alarms;
    private final FaultTimes times = new FaultTimes();
    private final List<String> broken = new ArrayList<>();
    private int carriedOut;

    /**
     * @param rolling restarts all apps
     * @param disks of the processes whose disk becomes full
     * @param progress takes one line for each fault
     */
    FaultRun(RunningCluster cluster, RollingRestart rolling, SmallDisks disks, Consumer<String> progress) {
        this.cluster = cluster;
        this.rolling = rolling;
        this.disks = disks;
        this.progress = progress;
        this.sender = NumberedSender.start(cluster.config().mllpPort());
        this.invariants = new InvariantCheck(cluster, sender);
        this.recovery = new RecoveryProbe(cluster);
        this.alarms = new AlarmFlowProbe(cluster.kafka());
    }

    /**
     * Carries out the faults. A fault after which the cluster does not work again ends the run.
     *
     * @return what was counted
     */
    FaultReport run(List<PlannedFault> faults) throws InterruptedException, IOException {
        Instant begun = Instant.now();
        recovery.awaitRecovered(begun, PATIENCE);
        Instant live = Instant.now();
        var injector = new ProcessFaultInjector(cluster, sender, rolling, disks);
        for (PlannedFault fault : faults) {
            if (!isCarriedOut(injector, fault)) {
                break;
            }
        }
        awaitUntil(begun.plus(FIRST_EPISODE_DUE));
        Instant now = Instant.now();
        cluster.stopBeds();
        sender.pause();
        EpisodeCount episodes = new EpisodeCheck(cluster.kafka()).count(now);
        return report(episodes, new ScoreCheck(cluster.kafka(), cluster.config().modelServerUrl()).count(live));
    }

    private static void awaitUntil(Instant due) throws InterruptedException {
        long left = Duration.between(Instant.now(), due).toMillis();
        TimeUnit.MILLISECONDS.sleep(Math.max(0, left));
    }

    private boolean isCarriedOut(ProcessFaultInjector injector, PlannedFault fault)
            throws InterruptedException, IOException {
        carriedOut++;
        try {
            note(fault, outcome(injector, fault), found(fault));
            return true;
        } catch (IllegalStateException e) {
            note(fault, "did not recover", List.of(e.getMessage()));
            return false;
        }
    }

    /** Returns what is broken now, and why a rolling restart was taken back. */
    private List<String> found(PlannedFault fault) throws InterruptedException, IOException {
        List<String> found = new ArrayList<>(invariants.check());
        if (fault.kind() == FaultKind.ROLLING_RESTART) {
            rolling.refusal().ifPresent(found::add);
        }
        return found;
    }

    private String outcome(ProcessFaultInjector injector, PlannedFault fault) throws InterruptedException {
        Instant begun = Instant.now();
        injector.inject(fault);
        Instant ended = Instant.now();
        double seconds = recovery.awaitRecovered(ended, PATIENCE);
        return times.add(fault, seconds, alarms.interruption(begun, ended));
    }

    private void note(PlannedFault fault, String outcome, List<String> found) {
        found.forEach(sentence -> broken.add("after " + fault + ": " + sentence));
        progress.accept("%3d  %-40s %s%s".formatted(carriedOut, fault, outcome, found.isEmpty() ? "" : "; " + found));
    }

    private FaultReport report(EpisodeCount episodes, ScoreCount scores) {
        return new FaultReport(
                carriedOut,
                episodes.episodes(),
                episodes.lost(),
                episodes.doubled(),
                invariants.brokenChains(),
                scores,
                sender.counts(invariants.lostMessages()),
                times.recovered(),
                times.alarms(),
                broken);
    }

    @Override
    public void close() {
        sender.close();
        invariants.close();
        alarms.close();
    }
}
