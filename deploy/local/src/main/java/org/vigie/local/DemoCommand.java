package org.vigie.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts a whole ward on this machine and runs it until Ctrl-C, or for a while and reports: {@code ./vigie demo}. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Starts a whole ward on this machine, on loopback only. Ctrl-C stops it; its data stay and it goes on from there.",
            "An option that sets a configuration names the app and the key."
        })
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--beds",
            paramLabel = "N",
            description = "Beds of the unit; bedside-simulator: beds (default: ${DEFAULT-VALUE}).")
    int beds = 24;

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description = "Plays the real recordings under DIR on some of the beds; bedside-simulator: recordings.")
    Optional<Path> recordings = Optional.empty();

    @Option(
            names = "--speed",
            paramLabel = "X",
            description =
                    "Plays the past X times faster than it was; bedside-simulator and station: speed (default: live).")
    double speed = 1;

    @Mixin
    SimulatedPatientOptions patients = new SimulatedPatientOptions();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of all data of the ward; sets no key (default: ${DEFAULT-VALUE}).")
    Path dataDir = Path.of("data");

    @Option(
            names = "--model-dir",
            paramLabel = "DIR",
            description = "Folder of the models that are served; model-server: models (default: ${DEFAULT-VALUE}).")
    Path modelDir = Path.of("model-server/models");

    @Option(
            names = "--imputer",
            paramLabel = "DIR",
            description =
                    "Estimates hours without a measurement with the imputer in DIR, such as model-server/imputers/1;"
                            + " model-server: imputer, risk-flink: impute.model.")
    Optional<Path> imputer = Optional.empty();

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description =
                    "Adds N to all ports, so that two wards can run on one machine; sets no key (default: ${DEFAULT-VALUE}).")
    int portOffset;

    @Option(names = "--headless", description = "Does not ask to open the page; for machines without a browser.")
    boolean headless;

    @Option(names = "--for", paramLabel = "TIME", description = "Ends by itself after TIME live: 90s, 5m, 1h.")
    Optional<Duration> runFor = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes what was counted as JSON when it ends.")
    Optional<Path> report = Optional.empty();

    /** When a run with {@code --for} ends, given the time at which it was live. */
    UnaryOperator<Instant> end = live -> live.plus(runFor.orElseThrow());

    @Spec
    CommandSpec spec;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    public static void main(String[] arguments) {
        System.exit(CommandRunner.run(new DemoCommand(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        try {
            return run();
        } catch (ParameterException e) {
            throw e;
        } catch (Exception e) {
            LoggerFactory.getLogger(DemoCommand.class).error("The ward did not start or run on", e);
            throw isUserError(e)
                    ? e
                    : new IllegalStateException(e.getMessage() + " (" + log().file() + " says more)", e);
        }
    }

    private int run() throws Exception {
        if (json.isChosen() && runFor.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--json: needs --for, because the answer is the report at the end");
        }
        var console = new WardConsole(json.progress());
        PreflightChecks.of(plan()).makeDirectory();
        log().redirectOutput();
        try (var ward = LocalWard.start(plan(), console)) {
            if (!headless) {
                welcome(ward, console);
            }
            return new WardEnd(ward.stoppedByItself()).run(() -> play(ward, console));
        }
    }

    private int play(LocalWard ward, WardConsole console) throws Exception {
        try (var trial = DemoRun.of(ward, console)) {
            return runFor.isPresent() ? report(trial.run(end)) : runUntilStopped(trial);
        }
    }

    /** Prints how a browser logs in. */
    private static void welcome(LocalWard ward, WardConsole console) {
        console.print("Open " + ward.loginPage() + "   (logs in one browser, once; Ctrl-C stops the ward)");
        console.print("A browser that is logged in already opens " + ward.page());
        console.print(
                "Other users and their PINs: " + ward.plan().part("access").resolve("users.json"));
    }

    private int report(DemoReport counted) {
        report.ifPresent(counted::write);
        json.print(spec.commandLine().getOut(), counted.text(), counted);
        return counted.isGood() ? CommandRunner.DONE : CommandRunner.NO;
    }

    private static int runUntilStopped(DemoRun trial) throws Exception {
        trial.announceWhenLive();
        new CountDownLatch(1).await();
        return CommandRunner.DONE;
    }

    private LocalWardConfig plan() {
        return new LocalWardConfig(
                dataDir,
                modelDir,
                imputer,
                new WardPorts(portOffset),
                beds,
                recordings,
                speed,
                patients.seed(),
                patients.scripts(),
                patients.artefacts(),
                patients.variability());
    }

    /** Returns whether the user can correct the cause; one sentence names it. Any other failure stands in the log. */
    private static boolean isUserError(Exception problem) {
        return problem instanceof WardStartException || problem instanceof IllegalArgumentException;
    }

    private WardLog log() {
        return new WardLog(dataDir);
    }
}
