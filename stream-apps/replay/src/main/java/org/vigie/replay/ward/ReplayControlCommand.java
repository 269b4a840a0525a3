package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.control.ReplayControlClient;
import org.vigie.replay.control.ReplayControls;
import org.vigie.replay.control.ReplayStatusText;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.replay.namespace.WardOfReplay;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayControlAction;
import org.vigie.schemas.ReplayStatus;
import org.vigie.schemas.serde.AvroSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Steers a replay that runs: {@code ./vigie replay control}. */
@Command(
        name = "control",
        description = {
            "Steers the replay that runs in --namespace: pause, resume, step PT1M, seek TIME, speed N or max, status.",
            "A seek goes forward only, through all records between. An earlier time needs a new replay."
        })
final class ReplayControlCommand implements Callable<Integer> {
    private static final String STATUS = "status";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    ReplayCommand replay;

    @Parameters(index = "0", paramLabel = "ACTION", description = "One of: pause, resume, step, seek, speed, status.")
    String action = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VALUE",
            description = "Duration of a step, time of a seek, or speed.")
    String value = "";

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        ReplayNamespace.checkedName(replay.kafka.config().namespace());
        Instant now = Instant.now();
        boolean isStatus = action.equals(STATUS);
        Optional<ReplayControl> asked = Optional.of(new ReplayControls(System.getProperty("user.name"), now))
                .filter(each -> !isStatus)
                .map(each -> each.parse(parsedAction(), value));
        ReplayStatusText answer = new ReplayStatusText(answer(asked, now));
        json.print(spec.commandLine().getOut(), answer.toString(), answer.figures());
        return CommandRunner.DONE;
    }

    private ReplayStatus answer(Optional<ReplayControl> asked, Instant now)
            throws ExecutionException, InterruptedException {
        KafkaConnectionConfig kafka = replay.kafka.requireBroker();
        access.to(new WardOfReplay(kafka).connection(), spec.commandLine().getErr(), System.getenv())
                .require(Set.of(), "", kafka.namespace() + ": " + (action + " " + value).strip());
        var client = new ReplayControlClient(kafka, new AvroSerdes(kafka.registry()), PATIENCE);
        if (asked.isPresent()) {
            return client.ask(asked.get());
        }
        return client.last(now).orElseThrow(() -> new IllegalStateException("no replay ran in " + kafka.namespace()));
    }

    private ReplayControlAction parsedAction() {
        List<String> words = Arrays.stream(ReplayControlAction.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(action)) {
            throw new IllegalArgumentException(
                    "ACTION: must be one of " + String.join(", ", words) + ", status, was '" + action + "'");
        }
        return ReplayControlAction.valueOf(action.toUpperCase(Locale.ROOT));
    }
}
