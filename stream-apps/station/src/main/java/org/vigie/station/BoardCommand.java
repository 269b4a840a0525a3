package org.vigie.station;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.access.command.CommandAccess;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.station.past.PastBoardText;
import org.vigie.station.past.PastInstantParser;
import org.vigie.station.past.PastWardConfig;
import org.vigie.station.past.PastWardReader;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.past.ReadDeadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the unit's board as it was at an earlier time: {@code ./vigie board --at}. */
@Command(
        name = "board",
        description = {
            "Prints the board of the unit as it was at an earlier time: beds, values, alarms, triage, scores and limits.",
            "It reads the live topics and writes to none. The time is the append time of the broker."
        })
public final class BoardCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "TIME",
            description = "Time of the situation: such as 2026-03-01T14:05:00Z, or a time before now such as PT5M.")
    String at = "";

    @Option(
            names = "--history",
            paramLabel = "DURATION",
            description = "How far back values are read before that time (default: ${DEFAULT-VALUE}).")
    Duration history = StationConfig.defaults().history();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration file of the station; the command reads beds, speed, limits, display, rules and models"
                            + " (default: the defaults).")
    Optional<Path> config = Optional.empty();

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description =
                    "Physician, as the ledger names the person: a score is printed where an own estimate of this physician"
                            + " stood at that time (default: the token's user; without a token nobody, so that no score is"
                            + " printed where an estimate comes first).")
    String reader = "";

    @Option(
            names = "--all-scores",
            description =
                    "Prints each score that the page could show, without an own estimate: for analyses, not at the bedside.")
    boolean allScores;

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException {
        Instant now = Instant.now();
        Instant time = new PastInstantParser(now).parse(at);
        var broker = kafka.requireBroker();
        var station = ConfigLoader.load(config, StationConfig.class, System.getenv());
        var settings = new PastWardConfig(
                allScores ? station.settings().withoutEstimate() : station.settings(),
                station.beds(),
                station.speed(),
                history,
                station.watch());
        var past = new PastWardReader(broker, new AvroSerdes(broker.registry()), settings);
        CommandAccess asking = access.to(broker, spec.commandLine().getErr(), System.getenv());
        var board = new BoardAccess(asking, reader, "board at " + time + (allScores ? ", with all scores" : ""));
        board.requireWard();
        PastWardSnapshot situation = board.seen(past.read(time, now, ReadDeadline.never()));
        json.print(spec.commandLine().getOut(), new PastBoardText(situation).toString(), situation);
        return CommandRunner.DONE;
    }
}
