package org.vigie.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.training.learn.Architecture;
import org.vigie.training.learn.EnsembleConfig;
import org.vigie.training.learn.Recipe;
import org.vigie.training.learn.TreesConfig;

/**
 * What {@code ./vigie train} was asked.
 *
 * @param data folder of PhysioNet-2012
 * @param sets to learn from: {@code a}, {@code b}
 * @param models the bundle goes to {@code models/survival/<version>}
 * @param gate what it must reach, see {@link org.vigie.training.gate.Demands}
 * @param force export it although it does not
 * @param command as it was given, for the card
 */
record TrainOptions(
        Path data,
        List<String> sets,
        Path models,
        String version,
        Path gate,
        boolean force,
        long seed,
        EnsembleConfig ensemble,
        String command) {
    static final String USAGE = """
            usage: ./vigie train --data DIR [--sets a | a,b] [--out DIR] [--version N] [--seed N] [--threads N]
                                 [--gate FILE] [--force] [--nets lstm,cnn,...] [--epochs N] [--rounds N]
                                 [--forest WEIGHT]""";
    static final int SEED = 2012;

    TrainOptions {
        sets = List.copyOf(sets);
        for (String set : sets) {
            if (!set.matches("[a-z]")) {
                throw new IllegalArgumentException("--sets: must be letters like a,b, was '" + set + "'");
            }
        }
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    static TrainOptions parse(String... all) {
        Arguments arguments = new Arguments(USAGE, all);
        Path data = arguments.path("--data");
        List<String> sets = List.of(arguments.take("--sets").orElse("a").split(",", -1));
        Path models = Path.of(arguments.take("--out").orElse("build/models"));
        String version = arguments.take("--version").orElse("1");
        Path gate = Path.of(arguments.take("--gate").orElse("model-server/models/gate.json"));
        boolean force = arguments.has("--force");
        long seed = arguments.number("--seed", SEED);
        EnsembleConfig ensemble = Recipe.of(
                arguments.take("--nets").map(TrainOptions::nets).orElse(Recipe.NETS),
                Math.toIntExact(arguments.number("--epochs", Recipe.EPOCHS)),
                Math.toIntExact(
                        arguments.number("--rounds", TreesConfig.defaults().rounds())),
                arguments.fraction("--forest").orElse(0),
                seed,
                Math.toIntExact(arguments.number("--threads", 2)));
        arguments.finish();
        String command = "./vigie train " + String.join(" ", all);
        return new TrainOptions(data, sets, models, version, gate, force, seed, ensemble, command);
    }

    private static List<Architecture> nets(String text) {
        List<Architecture> nets = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            try {
                nets.add(Architecture.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "--nets: must be of " + Arrays.toString(Architecture.values()) + ", was '" + name + "'", e);
            }
        }
        return nets;
    }
}
