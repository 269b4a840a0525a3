package org.vigie.risk;

import java.nio.file.Path;
import java.util.Arrays;
import org.vigie.configuration.Configuration;
import org.vigie.runtime.Lifecycle;

/** Runs risk-flink alone, or submits it: {@code Main [configuration.yaml]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        RiskConfig config = Configuration.load(file, RiskConfig.class, System.getenv());
        if (config.flink().mode() == FlinkSettings.Mode.CLUSTER) {
            RiskFlink.submit(config);
        } else {
            Lifecycle.runUntilStopped(RiskFlink.start(config));
        }
    }
}
