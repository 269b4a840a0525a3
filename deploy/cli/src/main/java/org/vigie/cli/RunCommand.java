package org.vigie.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie run}: runs one app alone, from its own configuration file, against any broker. */
@Command(
        name = "run",
        description = {
            "Runs one app alone, from its own configuration file, against any broker.",
            "An environment variable overrides the key of the same path: VIGIE_KAFKA_BOOTSTRAP_SERVERS overrides kafka.bootstrapServers."
        })
final class RunCommand implements Callable<Integer> {
    private static final Map<String, EntryPoint> APPS = apps();

    private interface EntryPoint {
        void start(String[] arguments) throws Exception;
    }

    /** Lists the apps for shell completion and help. */
    static final class AppNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return APPS.keySet().iterator();
        }
    }

    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "APP",
            completionCandidates = AppNames.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    String app = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            description = "Its configuration (default: the defaults; examples lie in each app's config folder).")
    Optional<Path> file = Optional.empty();

    @Override
    public Integer call() throws Exception {
        EntryPoint main = APPS.get(app);
        if (main == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "unknown app '" + app + "', expected one of: " + String.join(", ", APPS.keySet()));
        }
        main.start(file.map(Path::toString).stream().toArray(String[]::new));
        return CommandRunner.DONE;
    }

    /** In the order the data flows. */
    private static Map<String, EntryPoint> apps() {
        Map<String, EntryPoint> apps = new LinkedHashMap<>();
        apps.put("bedside-simulator", org.vigie.simulator.Main::main);
        apps.put("bedside-gateway", org.vigie.gateway.Main::main);
        apps.put("vitals-streams", org.vigie.vitals.Main::main);
        apps.put("risk-flink", org.vigie.risk.Main::main);
        apps.put("model-server", org.vigie.modelserver.Main::main);
        apps.put("alert-streams", org.vigie.alerts.Main::main);
        apps.put("alert-notifications", org.vigie.notifications.Main::main);
        apps.put("alert-analytics", org.vigie.analytics.Main::main);
        apps.put("dashboard-sink", org.vigie.sink.Main::main);
        apps.put("station", org.vigie.station.Main::main);
        return apps;
    }
}
