package org.vigie.training;

/** {@code ./vigie evaluate}. Exit 0 when the report was written, 2 when asked wrongly, 1 when the data or the model do not allow it. */
public final class EvaluateMain {
    static final Command COMMAND = new Command(
            "evaluate",
            EvaluateOptions.USAGE,
            arguments -> new EvaluationRun(EvaluateOptions.parse(arguments), System.out).run());

    private EvaluateMain() {}

    public static void main(String[] arguments) {
        System.exit(COMMAND.run(arguments));
    }
}
