package org.vigie.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs broker, schema registry and store without any app until it is stopped: {@code ./vigie infra}. */
@Command(
        name = "infra",
        description = {
            "Runs the broker with the ward's topics, the schema registry and the store, without any app. Ctrl-C stops them; their data stay.",
            "Then start each app with 'run'. The defaults of all apps fit."
        })
public final class InfraCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of all data, the same as for demo; sets no key (default: ${DEFAULT-VALUE}).")
    Path dataDir = Path.of("data");

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Adds N to all ports; sets no key (default: ${DEFAULT-VALUE}).")
    int portOffset;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        var ports = new WardPorts(portOffset);
        var console = new WardConsole(json.progress());
        new PreflightChecks(dataDir, ports, Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup")).makeDirectory();
        new WardLog(dataDir).redirectOutput();
        WardInfrastructure infrastructure = WardInfrastructure.start(dataDir, ports, console);
        json.print(
                spec.commandLine().getOut(),
                "Broker, registry and store run. Ctrl-C stops them.",
                infrastructure.addresses());
        spec.commandLine().getOut().flush();
        AppLifecycle.runUntilStopped(infrastructure);
        return CommandRunner.DONE;
    }
}
