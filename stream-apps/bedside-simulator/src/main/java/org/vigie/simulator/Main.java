package org.vigie.simulator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vigie.access.audit.StartAudit;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Runs the simulator alone against any broker. */
public final class Main {
    private Main() {}

    /** @param args at most one element, the path of a configuration file */
    public static void main(String[] args) throws InterruptedException {
        Optional<Path> file = Arrays.stream(args).findFirst().map(Path::of);
        SimulatorConfig config = ConfigLoader.load(file, SimulatorConfig.class, System.getenv());
        new StartAudit(config.kafka(), "bedside-simulator").started(config);
        AppLifecycle.runUntilStopped(BedsideSimulator.start(config), config.monitoring());
    }
}
