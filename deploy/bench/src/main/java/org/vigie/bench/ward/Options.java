package org.vigie.bench.ward;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param recordings a folder of recordings to play instead of simulated patients
 * @param json a file, or {@link #STDOUT}
 */
record Options(WardBench bench, Optional<Path> recordings, Optional<String> json) {
    static final String STDOUT = "-";
    static final String HELP = """
            ./vigie bench ward [--beds 24] [--hours 24] [--seed 1] [--recordings DIR] [--json [FILE]]
              plays simulated patients with ground truth through the running topologies, faster than real time, and counts what
              was missed, who was called for nothing, and how long before the danger; beside plain threshold alarms.
              --recordings DIR  plays the BIDMC and MIMIC-IV demo recordings below DIR instead: burden only, there is no truth
              --json [FILE]     the figures as JSON, to FILE or to standard output""";

    /** @throws IllegalArgumentException when it is not understood */
    static Options of(String... args) {
        int beds = 24;
        long hours = 24;
        long seed = 1;
        Optional<Path> recordings = Optional.empty();
        Optional<String> json = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            Optional<String> value =
                    i + 1 < args.length && !args[i + 1].startsWith("--") ? Optional.of(args[i + 1]) : Optional.empty();
            switch (args[i]) {
                case "--beds" -> beds = (int) number(args[i], value);
                case "--hours" -> hours = number(args[i], value);
                case "--seed" -> seed = number(args[i], value);
                case "--recordings" ->
                    recordings = Optional.of(Path.of(value.orElseThrow(() -> noValue("--recordings"))));
                case "--json" -> json = Optional.of(value.orElse(STDOUT));
                default -> throw new IllegalArgumentException("bench ward: unknown option '" + args[i] + "'");
            }
            i += value.isPresent() ? 1 : 0;
        }
        return new Options(new WardBench(beds, Duration.ofHours(hours), seed), recordings, json);
    }

    private static long number(String option, Optional<String> value) {
        try {
            return Long.parseLong(value.orElseThrow(() -> noValue(option)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": must be a whole number, was " + value.orElseThrow(), e);
        }
    }

    private static IllegalArgumentException noValue(String option) {
        return new IllegalArgumentException(option + ": needs a value");
    }
}
