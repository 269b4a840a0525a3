package org.vigie.training.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.training.learn.ensemble.TrainingSet;

/**
 * Searches settings by successive halving. All settings are tried with a quarter of the effort, the better half with half of it, the best
 * quarter with full effort. The shipped setting is tried at every effort beside them.
 *
 * <p>Source: Jamieson K, Talwalkar A. Non-stochastic best arm identification and hyperparameter optimization. AISTATS 2016.
 */
public final class SuccessiveHalving {
    private static final double[] EFFORTS = {0.25, 0.5, 1};

    private final List<SearchFold> folds;
    private final boolean[] died;
    private final Consumer<SearchTrial> log;

    /** @param log receives each finished trial */
    public SuccessiveHalving(List<SearchFold> folds, TrainingSet set, Consumer<SearchTrial> log) {
        this.folds = List.copyOf(folds);
        this.died = set.died();
        this.log = log;
    }

    /** @return the trials with full effort, the best first */
    public List<SearchTrial> run(SearchSetting shipped, List<SearchSetting> drawn) {
        List<SearchSetting> left = drawn;
        List<SearchTrial> trials = new ArrayList<>();
        for (int rung = 0; rung < EFFORTS.length; rung++) {
            trials = trials(left, rung);
            left = betterHalf(trials);
            trials.add(trial(shipped, rung));
        }
        trials.sort(Comparator.comparingDouble(SearchTrial::loss));
        return List.copyOf(trials);
    }

    private List<SearchTrial> trials(List<SearchSetting> settings, int rung) {
        List<SearchTrial> trials = new ArrayList<>();
        settings.forEach(setting -> trials.add(trial(setting, rung)));
        return trials;
    }

    private static List<SearchSetting> betterHalf(List<SearchTrial> trials) {
        return trials.stream()
                .sorted(Comparator.comparingDouble(SearchTrial::loss))
                .limit((trials.size() + 1) / 2)
                .map(SearchTrial::setting)
                .toList();
    }

    private SearchTrial trial(SearchSetting setting, int rung) {
        long start = System.nanoTime();
        var results = SearchTrial.results(setting.outOfFold(folds, died.length, EFFORTS[rung]), died);
        SearchTrial trial =
                new SearchTrial(setting, rung + 1, EFFORTS[rung], (System.nanoTime() - start) / 1e9, results);
        log.accept(trial);
        return trial;
    }
}
