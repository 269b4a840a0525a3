package org.vigie.training;

import java.io.IOException;
import java.util.List;

/** {@code ./vigie train}. Exit 0 when a bundle was written, 2 when asked wrongly, 1 when the data do not allow it. */
public final class TrainMain {
    private TrainMain() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(TrainOptions.USAGE);
            return 0;
        }
        try {
            new TrainingRun(TrainOptions.parse(arguments), System.out).run();
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println("train: " + e.getMessage());
            return 1;
        }
    }
}
