package org.vigie.training;

import java.io.IOException;

/** {@code ./vigie evaluate}. Exit 0 when the report was written, 2 when asked wrongly, 1 when the data or the model do not allow it. */
public final class EvaluateMain {
    static final Command COMMAND = new Command("evaluate", EvaluateOptions.USAGE, EvaluateMain::evaluate);

    private EvaluateMain() {}

    private static void evaluate(String... arguments) throws IOException {
        EvaluateOptions options = EvaluateOptions.parse(arguments);
        if (options.format() == SetFormat.PHYSIONET2019) {
            new UnlabelledRun(options, System.out).run();
        } else if (options.predictions().isPresent()) {
            new CrossValidationRun(options, options.predictions().get(), System.out).run();
        } else {
            new EvaluationRun(options, System.out).run();
        }
    }

    public static void main(String[] arguments) {
        System.exit(COMMAND.run(arguments));
    }
}
