package org.vigie.cluster;

import static org.vigie.cluster.NodeKind.BEDSIDE_SIMULATOR;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.access.AccessRole;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.login.SecretText;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.cluster.process.ProcessGroup;
import org.vigie.cluster.process.ProcessSupervisor;
import org.vigie.local.ReportedWard;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.store.StoreAccount;
import org.vigie.store.StoreQuery;

/** Holds the processes of a ward that runs as a cluster. */
public final class RunningCluster implements ReportedWard, AutoCloseable {
    private static final long LOOK_EVERY_MS = 200;

    private final ClusterConfig config;
    private final ProcessGroup processes;
    private final FlinkJobKeeper job;
    private final ProcessSupervisor supervisor;

    RunningCluster(ClusterConfig config, ProcessGroup processes, FlinkJobKeeper job) {
        this.config = config;
        this.processes = processes;
        this.job = job;
        this.supervisor = ProcessSupervisor.start(processes, unused -> {});
    }

    public ClusterConfig config() {
        return config;
    }

    public ProcessGroup processes() {
        return processes;
    }

    public ProcessSupervisor supervisor() {
        return supervisor;
    }

    /** Returns what keeps the Flink job running. */
    FlinkJobKeeper job() {
        return job;
    }

    @Override
    public KafkaConnectionConfig kafka() {
        return config.kafka();
    }

    @Override
    public URI page() {
        return URI.create(config.stationUrl());
    }

    @Override
    public SecretText probeToken() {
        return new ApiTokens(config.accessFolder().resolve("tokens")).own(PROBE, AccessRole.SERVICE);
    }

    @Override
    public StoreQuery store() {
        return new StoreQuery(config.storeUrl(), StoreAccount.reader(config.storeFolder()));
    }

    /** Returns whether each process answers that it can work, and all tasks of the job run. */
    public boolean isHealthy() {
        return processes.all().parallelStream().allMatch(ManagedProcess::isHealthy) && job.isRunning();
    }

    @Override
    public void awaitBedsLive(Duration patience) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        while (!beds().isHealthy()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("the simulator was not live within " + patience);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** Returns at once: a cluster is returned when all of its processes run. */
    @Override
    public void awaitWhole() {}

    @Override
    public boolean areBedsPlaying() {
        return beds().isAlive();
    }

    @Override
    public void stopBeds() {
        supervisor.leave(beds().plan().name());
        beds().close();
    }

    @Override
    public long residentMib() {
        return processes.residentMib();
    }

    /** Returns the simulator. */
    public ManagedProcess beds() {
        return processes.get(BEDSIDE_SIMULATOR.word());
    }

    /** Stops all processes: the senders first, the brokers last. */
    @Override
    public void close() {
        supervisor.close();
        job.close();
        new ClusterStopOrder(processes).stopAll();
    }
}
