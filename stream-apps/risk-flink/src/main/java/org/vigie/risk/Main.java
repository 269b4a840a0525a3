package org.vigie.risk;

import java.nio.file.Path;
import java.util.Arrays;
import org.vigie.access.audit.StartAudit;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;

/** Runs risk-flink in this JVM or submits it to a cluster: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        RiskConfig config = ConfigLoader.load(file, RiskConfig.class, System.getenv());
        new StartAudit(config.kafka(), RiskFlink.NAME).started(config);
        if (config.flink().mode() == FlinkConfig.DeploymentMode.CLUSTER) {
            RiskFlink.submit(config);
        } else {
            AppLifecycle.runUntilStopped(RiskFlink.start(config), config.monitoring());
        }
    }
}
