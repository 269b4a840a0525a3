package org.vigie.training;

/** {@code ./vigie predict}. Exit 0 when every stay has its rows, 2 when asked wrongly, 1 when the data or the model do not allow it. */
public final class PredictMain {
    static final Command COMMAND = new Command(
            "predict",
            PredictOptions.USAGE,
            arguments -> new PredictionRun(PredictOptions.parse(arguments), System.out).run());

    private PredictMain() {}

    public static void main(String[] arguments) {
        System.exit(COMMAND.run(arguments));
    }
}
