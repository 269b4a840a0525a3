package org.vigie.training.command.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.vigie.training.command.predict.HoursSeen;
import org.vigie.training.command.train.TrainingCohorts;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.ensemble.TrainingSet;
import org.vigie.training.search.SearchFold;
import org.vigie.training.search.SearchTrial;
import org.vigie.training.search.SuccessiveHalving;

/** Searches settings by the folds of set A, in the steps cohort, label, feature, search. It writes a log and changes no configuration. */
final class SearchRun {
    private static final List<Integer> HOURS =
            HoursSeen.parse(HoursSeen.DEFAULT).hours();
    /** Names the stays on which the results of a trial are measured. */
    static final String SET = "set A, by its folds";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SearchOptions options;
    private final PrintStream out;

    SearchRun(SearchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @return the trials with full effort, the best first */
    List<SearchTrial> run() throws IOException {
        TrainingCohorts sets = TrainingCohorts.read(options.data(), List.of("a"), options.seed(), out);
        TrainingSet set = sets.encoded(InputScaling.fit(sets.examples()), HOURS);
        List<SearchFold> folds =
                SearchFold.of(set).stream().map(options::withTeacher).toList();
        try (BufferedWriter log =
                Files.newBufferedWriter(options.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            List<SearchTrial> best = new SuccessiveHalving(folds, set, trial -> report(trial, log))
                    .run(options.shipped(), options.drawn());
            out.println("best: " + best.get(0).setting().config());
            return best;
        }
    }

    /** Appends a finished trial to the log and prints it. */
    private void report(SearchTrial trial, BufferedWriter log) {
        boolean shipped = trial.setting().equals(options.shipped());
        String setting =
                shipped ? "what ships" : "setting " + (1 + options.drawn().indexOf(trial.setting()));
        String name = String.format(Locale.ROOT, "search of %s, seed %d: %s", options.kind(), options.seed(), setting);
        append(trial, name, log);
        print(trial, name);
    }

    private static void append(SearchTrial trial, String name, BufferedWriter log) {
        try {
            log.write(JSON.writeValueAsString(trial.line(name, SET)));
            log.newLine();
            log.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(SearchTrial trial, String name) {
        SearchTrial.TrialResult whole = trial.results().lastEntry().getValue();
        out.printf(
                Locale.ROOT,
                "rung %d, %s: log loss %.4f; whole stays AUROC %.4f, AUPRC %.3f; %.0f s%n",
                trial.rung(),
                name,
                trial.loss(),
                whole.auroc(),
                whole.auprc(),
                trial.seconds());
    }
}
