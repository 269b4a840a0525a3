package org.vigie.station;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.TopicCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the page of a replay: {@code ./vigie station --namespace study-7}. */
@Command(
        name = "station",
        description = {
            "Opens the page of a replay: the unit's page at the recorded time, with a mark and the controls of the replay.",
            "It sounds no alarm and sends no command to a ward. ./vigie run station opens the page of a ward."
        })
public final class StationCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration file of the station; the command reads beds, history, limits, display, rules, models"
                            + " and host (default: the defaults).")
    Optional<Path> config = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the page (default: ${DEFAULT-VALUE}).")
    int port = 18_087;

    @Option(
            names = "--access",
            paramLabel = "DIR",
            description = "Folder of the users and the one-time link of this page (default: data/replays/NAMESPACE).")
    Optional<Path> access = Optional.empty();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException {
        String namespace = kafka.config().namespace();
        if (!TopicCatalogue.isReplay(namespace)) {
            throw new IllegalArgumentException("--namespace: must be that of a replay, such as study-7, was '"
                    + namespace + "'; ./vigie run station opens the page of a ward");
        }
        KafkaConnectionConfig replay = kafka.requireBroker();
        Path users = access.orElse(Path.of("data", "replays", namespace));
        StationConfig page =
                ConfigLoader.load(config, StationConfig.class, System.getenv()).ofReplay(replay, port, users);
        var station = ReplayStationApp.start(page);
        String login = station.loginAddress().toString();
        json.print(
                spec.commandLine().getOut(),
                "Page of the replay " + namespace + ": " + login
                        + "   (logs in one browser, once; Ctrl-C ends the page)",
                Map.of("namespace", namespace, "page", station.address().toString(), "login", login));
        spec.commandLine().getOut().flush();
        AppLifecycle.runUntilStopped(station, page.monitoring());
        return CommandRunner.DONE;
    }
}
