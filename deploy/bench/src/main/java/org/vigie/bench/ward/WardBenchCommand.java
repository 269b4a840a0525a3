package org.vigie.bench.ward;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.bench.JsonOption;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.simulator.patient.PatientVariability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures missed events, false alarms and lead time of the running topologies: {@code ./vigie bench ward}. */
@Command(
        name = "ward",
        description = {
            "Plays simulated patients with ground truth through the running topologies, faster than real time.",
            "Counts missed events, false notifications and the time before danger, beside plain threshold alarms."
        })
public final class WardBenchCommand implements Callable<Integer> {
    private static final String SHIPPED = "shipped rules";

    @Spec
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds (default: ${DEFAULT-VALUE}).")
    int beds = 24;

    @Option(names = "--hours", paramLabel = "N", description = "Simulated hours (default: ${DEFAULT-VALUE}).")
    long hours = 24;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the patients (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            split = ",",
            description = "Several seeds instead, as 1,2,3: prints each and the spread.")
    List<Long> seeds = List.of();

    @Option(
            names = "--variability",
            paramLabel = "KIND",
            description = "How much the patients vary without an event: fitted or none (default: ${DEFAULT-VALUE}).")
    PatientVariability variability = PatientVariability.FITTED;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = {
                "Plays another rule set on the same records too, and prints both side by side:",
                "a rule file, or the name of a shipped set such as adult-icu-3."
            })
    Optional<Path> rules = Optional.empty();

    @Option(
            names = "--response",
            paramLabel = "SECONDS",
            description = "Seconds from a call to the nurse's answer; 0: nobody answers (default: ${DEFAULT-VALUE}).")
    long response = SimulatedNurse.RESPONSE.toSeconds();

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description =
                    "Plays the BIDMC and MIMIC-IV demo recordings below DIR instead: burden only, there is no truth.")
    Optional<Path> recordings = Optional.empty();

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        var report = WardRunReport.of(runs());
        var line = spec.commandLine();
        json.write(title() + report.text(), new FigureJson(report.figures()).toString(), line.getOut(), line.getErr());
        return 0;
    }

    private List<List<WardRun>> runs() {
        Optional<AlarmRuleCatalogue> other = otherRules();
        List<List<WardRun>> runs = new ArrayList<>();
        runs.add(run(SHIPPED, Optional.empty()));
        if (other.isPresent()) {
            runs.add(run(rules.orElseThrow().toString(), other));
        }
        return runs;
    }

    /** Reads the other rule file before anything is played, so that a mistake in it is said at once. */
    private Optional<AlarmRuleCatalogue> otherRules() {
        return rules.map(Path::toString).map(AlarmRuleCatalogue::load);
    }

    private List<WardRun> run(String name, Optional<AlarmRuleCatalogue> catalogue) {
        if (recordings.isPresent()) {
            var burden = new AlarmBurdenBench(recordings.get(), bench(seed, catalogue));
            return List.of(new WardRun(name, seed, burden.figures()));
        }
        return seedsToPlay().stream()
                .map(each -> new WardRun(name, each, bench(each, catalogue).figures()))
                .toList();
    }

    private List<Long> seedsToPlay() {
        return seeds.isEmpty() ? List.of(seed) : seeds;
    }

    private String title() {
        return "Ward benchmark: %d beds x %d h, variability %s%n"
                .formatted(beds, hours, variability.name().toLowerCase(Locale.ROOT));
    }

    /** @throws IllegalArgumentException when there would be nothing to play */
    WardBench bench() {
        return bench(seed, Optional.empty());
    }

    private WardBench bench(long played, Optional<AlarmRuleCatalogue> catalogue) {
        return new WardBench(
                beds, Duration.ofHours(hours), played, variability, catalogue, Duration.ofSeconds(response));
    }
}
