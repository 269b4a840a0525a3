package org.vigie.training;

/** {@code ./vigie train}. Exit 0 when a bundle was written, 2 when asked wrongly, 1 when the data do not allow it. */
public final class TrainMain {
    private static final Command COMMAND = new Command(
            "train", TrainOptions.USAGE, arguments -> new TrainingRun(TrainOptions.parse(arguments), System.out).run());

    private TrainMain() {}

    public static void main(String[] arguments) {
        System.exit(COMMAND.run(arguments));
    }
}
